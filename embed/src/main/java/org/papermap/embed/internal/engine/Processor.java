package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The processor, as far as the system tells of it.
///
/// @param maker such as `GenuineIntel`; empty where it is not known
/// @param model the name under which it is sold; empty where it is not known
/// @param flags the instruction sets that it has, by Linux's names; empty where they are not known
record Processor(String maker, String model, Set<String> flags) {
  private static final Path LINUX = Path.of("/proc/cpuinfo");

  Processor {
    flags = Set.copyOf(flags);
  }

  /// The processor of this machine. Only Linux tells of it.
  static Processor ofThisMachine() {
    try {
      return parse(Files.readAllLines(LINUX));
    } catch (IOException e) {
      return new Processor("", "", Set.of());
    }
  }

  /// The first of the processors that Linux lists.
  static Processor parse(List<String> lines) {
    List<String> first = lines.stream().takeWhile(line -> !line.isBlank()).toList();
    return new Processor(
        value(first, "vendor_id"),
        value(first, "model name"),
        Pattern.compile(" ")
            .splitAsStream(value(first, "flags"))
            .filter(flag -> !flag.isEmpty())
            .collect(Collectors.toSet()));
  }

  /// Whether products in bfloat16 take less time than in float32, where there is a kernel for them.
  /// True where nothing is known of the processor.
  ///
  /// They do with AMX, and with AVX-512 by AMD, which multiplies twice as many numbers an
  /// instruction and starts as many of them (98 and 55 abstracts a second). Intel's AVX-512 starts
  /// half as many: 22 abstracts a second against 40 on a Xeon of 2023. Without an instruction for
  /// bfloat16, kernels turn each number into 32 bits first.
  boolean gainsFromBfloat16() {
    return flags.isEmpty()
        || flags.contains("amx_bf16")
        || (flags.contains("avx512_bf16") && maker.equals("AuthenticAMD"));
  }

  /// All that tells this processor from another, in one line.
  String description() {
    return String.join(" ", maker, model, String.join(" ", flags.stream().sorted().toList()));
  }

  private static String value(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.matches(name + "\\s*:.*"))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("");
  }
}
