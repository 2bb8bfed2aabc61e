package org.papermap.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.cli.internal.terminal.WrongCommandLine;
import org.papermap.files.InputException;
import org.papermap.files.OutputFile.OutputException;
import org.papermap.layout.LayoutFitter.NativeLibraryException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns a failure into one line for the person at the terminal, and an exit status.
final class Failures {
  private Failures() {}

  static int wrongCommandLine(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    say(command, WrongCommandLine.told(e));
    command.getErr().printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  static int failed(Exception e, CommandLine command, ParseResult parsed) {
    Exception cause = checked(e);
    say(command, line(cause));
    return switch (cause) {
      case IllegalArgumentException _, OutputException _ -> ExitCode.USAGE;
      case InputException _, NoSuchFileException _ -> ExitCode.BAD_INPUT;
      default -> ExitCode.FAILED;
    };
  }

  /// For errors that picocli does not catch: too little memory, a library for another machine.
  static int broken(Error e, CommandLine command) {
    say(
        command,
        e instanceof OutOfMemoryError
            ? "out of memory (%s, of at most %,d MB). Give more: PAPERMAP_JAVA_OPTS=-Xmx8g."
                .formatted(e.getMessage(), Runtime.getRuntime().maxMemory() / 1_000_000)
            : fault(e));
    return ExitCode.FAILED;
  }

  private static String fault(Throwable e) {
    return "%s. This is a fault of Papermap; please report it.".formatted(e);
  }

  private static Exception checked(Exception e) {
    return e instanceof UncheckedIOException && e.getCause() instanceof IOException io ? io : e;
  }

  private static String line(Exception e) {
    return switch (e) {
      case FileSystemException disk -> line(disk);
      // These messages are written for the user.
      case IOException _, IllegalArgumentException _, NativeLibraryException _ -> told(e);
      default -> fault(e);
    };
  }

  /// Java gives the path alone; messages of this project also say what to do.
  private static String line(FileSystemException e) {
    String reason = Objects.requireNonNullElse(e.getReason(), "");
    if (reason.endsWith(".")) {
      return told(e);
    }
    return e.getFile()
        + switch (e) {
          case NoSuchFileException _ -> ": no such file. Check the path.";
          case AccessDeniedException _ -> ": not permitted. Check who may read and write it.";
          case NotDirectoryException _ -> ": is not a folder. Give a folder.";
          case FileAlreadyExistsException _ ->
              ": is already there. Remove it, or choose another place.";
          default -> ": " + (reason.isEmpty() ? told(e) : reason) + ". Check the disk.";
        };
  }

  private static String told(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }

  private static void say(CommandLine command, String message) {
    command.getErr().println("papermap: " + TerminalText.of(message));
  }
}
