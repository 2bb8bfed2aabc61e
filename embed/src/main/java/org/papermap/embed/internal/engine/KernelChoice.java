package org.papermap.embed.internal.engine;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.papermap.embed.internal.files.Interruption;
import org.papermap.embed.internal.weights.KernelTrial;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.natives.LibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The number format and kernel that a model gets on this machine, with the reason.
///
/// The prepacked kernel is tried once for each machine, engine and number format on a tiny network,
/// and the answer is kept, see [MachineTrials]. Where it is missing or wrong, the portable kernel
/// is used, always in 32 bits. Where 16 bits would take longer than 32, see
/// [Processor#gainsFromBfloat16], they are used only if the property `papermap.kernel` says
/// `prepacked`.
///
/// @param dtype the number format, which may differ from the requested one
/// @param kernel how matrices are multiplied
/// @param reason why it is not the prepacked kernel in the requested format; empty where it is
public record KernelChoice(Dtype dtype, LinearKernel kernel, String reason) {
  private static final Logger LOG = LoggerFactory.getLogger(KernelChoice.class);
  private static final String SOUND = "prepacked";

  /// Compares the prepacked kernel with the engine's ordinary operators.
  @FunctionalInterface
  interface Comparison {
    /// @return the difference of the answers, as a share of the largest number
    /// @throws NetworkException if the engine has no such kernel for this processor
    double difference(Dtype dtype) throws IOException;
  }

  /// The choice for a number format. Loads the engine where the kernel has not been tried yet.
  ///
  /// @param cacheFolder the folder of the answers
  /// @param asked the requested number format
  /// @throws IllegalArgumentException if the system property `papermap.kernel` names no kernel
  /// @throws UncheckedIOException with a [LibraryException] if the engine cannot be loaded
  public static KernelChoice of(Path cacheFolder, Dtype asked) {
    try {
      return of(
          MachineTrials.in(cacheFolder), asked, Processor.ofThisMachine(), KernelCheck::difference);
    } catch (LibraryException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      if (Interruption.is(e)) {
        throw new UncheckedIOException(e);
      }
      return new KernelChoice(
          Dtype.FLOAT32,
          LinearKernel.PORTABLE,
          "the kernels could not be tried: " + NetworkException.of(e).getMessage());
    }
  }

  static KernelChoice of(
      MachineTrials trials, Dtype asked, Processor processor, Comparison comparison)
      throws IOException {
    Optional<String> against = against(trials, asked, processor, comparison);
    if (against.isEmpty()) {
      return new KernelChoice(asked, LinearKernel.PREPACKED, "");
    }
    return switch (asked) {
      case FLOAT32 -> new KernelChoice(asked, LinearKernel.PORTABLE, against.get());
      case BFLOAT16 ->
          new KernelChoice(
              Dtype.FLOAT32,
              of(trials, Dtype.FLOAT32, processor, comparison).kernel(),
              against.get());
    };
  }

  /// The model in the number format used here.
  public ModelSpec calculated(ModelSpec model) {
    return model.dtype() == dtype ? model : model.withDtype(dtype);
  }

  /// The same, with a warning where it is not the requested format.
  public ModelSpec calculatedWithNotice(ModelSpec asked) {
    ModelSpec model = calculated(asked);
    if (!model.equals(asked)) {
      LOG.warn(
          "{}: calculated in {} instead of {}: {}",
          asked.name(),
          dtype.label(),
          asked.dtype().label(),
          reason);
    }
    return model;
  }

  /// Number format and kernel in words, such as `float32, prepacked kernel`.
  public String words() {
    String chosen = dtype.label() + ", " + kernel.label() + " kernel";
    return reason.isEmpty() ? chosen : chosen + " (" + reason + ")";
  }

  /// The reason against the prepacked kernel, if any.
  private static Optional<String> against(
      MachineTrials trials, Dtype dtype, Processor processor, Comparison comparison)
      throws IOException {
    Optional<LinearKernel> named = LinearKernel.asked();
    if (named.filter(it -> it == LinearKernel.PORTABLE).isPresent()) {
      return Optional.of("the portable kernel is asked for");
    }
    if (dtype == Dtype.BFLOAT16 && named.isEmpty() && !processor.gainsFromBfloat16()) {
      return Optional.of("this processor is not faster in 16 bits");
    }
    if (!EngineSettings.build().contains("flavor=cpu")) {
      EngineLibraries.load();
      if (Engine.getEngine("PyTorch").getGpuCount() > 0) {
        return Optional.of("a GPU does the work, and packed weights are for processors");
      }
    }
    String subject = "prepacked " + dtype.label() + " " + KernelTrial.VERSION;
    String answer =
        trials
            .onceUnlessFatal(subject, () -> trial(dtype, comparison))
            .orElse("the process ended several times while the faster kernel was tried");
    return Optional.of(answer).filter(it -> !it.equals(SOUND));
  }

  private static String trial(Dtype dtype, Comparison comparison) throws IOException {
    try {
      double apart = comparison.difference(dtype);
      return apart <= KernelTrial.tolerance(dtype)
          ? SOUND
          : "the kernel for %s is off by %s of the largest number".formatted(dtype.label(), apart);
    } catch (NetworkException e) {
      return "no kernel for %s on this processor: %s".formatted(dtype.label(), e.getMessage());
    }
  }
}
