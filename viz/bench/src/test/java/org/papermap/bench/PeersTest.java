package org.papermap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class PeersTest {
  /// A quarter of a megabyte, where ONNX Runtime takes more than half of one to open a model. When
  /// it has too little, the whole process ends.
  private static final long LITTLE_STACK = 256 << 10;

  @Test
  void the_peers_open_and_run_whatever_stack_their_caller_has() throws Exception {
    // given
    FutureTask<List<Integer>> dimensions = new FutureTask<>(PeersTest::dimensions);

    // when
    Thread.ofPlatform().stackSize(LITTLE_STACK).start(dimensions);

    // then
    assertThat(dimensions.get()).containsExactly(384, 384, 384);
  }

  private static List<Integer> dimensions() throws Exception {
    try (TokenLimit limit = TokenLimit.open();
        Contestant byCores = new Peers.OnnxByCores(limit);
        Contestant asItComes = new Peers.OnnxAsItComes(limit);
        Contestant langChain = new Peers.LangChain()) {
      List<Contestant> peers = List.of(byCores, asItComes, langChain);
      List<Integer> dimensions = new ArrayList<>();
      for (Contestant each : peers) {
        dimensions.add(each.embed(List.of("A short text."))[0].length);
      }
      return dimensions;
    }
  }
}
