package org.papermap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.engine.KernelChoice;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelSpec.Dtype;

class MatrixPeakTest {
  @Test
  void the_engine_multiplies_large_matrices_at_a_rate_that_processors_reach() throws IOException {
    KernelChoice choice = KernelChoice.of(CacheFolder.standard(), Dtype.FLOAT32);

    double peak = MatrixPeak.measure(choice, 1);

    assertThat(peak).isBetween(1e9, 1e14);
  }
}
