package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {
  @Test
  void the_first_processor_that_linux_tells_of_counts() {
    Processor processor =
        Processor.parse(
            List.of(
                "processor\t: 0",
                "vendor_id\t: AuthenticAMD",
                "model\t\t: 2",
                "model name\t: AMD EPYC 9355: 32 cores",
                "flags\t\t: fpu avx2 avx512_bf16",
                "",
                "processor\t: 1",
                "flags\t\t: fpu"));

    assertThat(processor)
        .isEqualTo(
            new Processor(
                "AuthenticAMD", "AMD EPYC 9355: 32 cores", Set.of("fpu", "avx2", "avx512_bf16")));
    assertThat(processor.description())
        .isEqualTo("AuthenticAMD AMD EPYC 9355: 32 cores avx2 avx512_bf16 fpu");
  }

  /// A system that says nothing, or in other words than Linux on x86.
  @Test
  void nothing_is_known_of_a_processor_that_is_not_told_of() {
    assertThat(Processor.parse(List.of("Features : fp asimd", "CPU part : 0xd40")))
        .isEqualTo(new Processor("", "", Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "GenuineIntel, avx512f avx512_bf16 amx_bf16 amx_tile, true",
    "GenuineIntel, avx512f avx512_bf16, false",
    "GenuineIntel, avx512f, false",
    "GenuineIntel, avx2 avx_ne_convert, false",
    "AuthenticAMD, avx512f avx512_bf16, true",
    "AuthenticAMD, avx2, false"
  })
  void sixteen_bits_are_a_gain_with_amx_and_with_avx_512_by_amd(
      String maker, String flags, boolean gain) {
    Processor processor = new Processor(maker, "", Set.of(flags.split(" ")));

    assertThat(processor.gainsFromBfloat16()).isEqualTo(gain);
  }

  @Test
  void what_nothing_is_known_of_may_gain() {
    assertThat(new Processor("", "", Set.of()).gainsFromBfloat16()).isTrue();
  }
}
