package org.papermap.progress;

/// Is told how far a long job is. Called from the thread that runs the job, in order, with `done`
/// from 0 to `total`; a listener must be quick and must not throw.
@FunctionalInterface
public interface ProgressListener {
  /// Ignores everything.
  ProgressListener NONE = (_, _, _) -> {};

  /// @param stage what is being done, in a few words, such as `embedding`
  /// @param done units finished so far
  /// @param total units in all
  void progressed(String stage, long done, long total);
}
