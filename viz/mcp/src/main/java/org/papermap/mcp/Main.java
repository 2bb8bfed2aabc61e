package org.papermap.mcp;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// `papermap mcp`: answers an assistant's questions about maps and indexes, on standard input and
/// output, until the input ends.
public final class Main {
  private static final int WRONG_COMMAND_LINE = 2;
  private static final int WRONG_INPUT = 3;

  private static final List<String> HELP =
      List.of(
          "Usage: papermap mcp MAP|INDEX...",
          "Lets an assistant search maps and indexes, by the Model Context Protocol on standard",
          "input and output. Nothing is written, and nothing asks the network.",
          "",
          "      MAP|INDEX   folders that 'papermap map' and 'papermap index' have made;",
          "                  several are asked together",
          "",
          "In the settings of an assistant:",
          "  {\"mcpServers\": {\"papers\": {\"command\": \"/path/to/papermap\",",
          "                              \"args\": [\"mcp\", \"/path/to/out\"]}}}");

  /// Without the incubating vector module Lucene warns of a slower loop. The field keeps the logger
  /// alive: a logger that is collected loses its level.
  private static final Logger LUCENE_LOOPS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private Main() {}

  /// @param arguments `mcp`, then the folders
  public static void main(String[] arguments) throws InterruptedException {
    LUCENE_LOOPS.setLevel(Level.SEVERE);
    PrintStream complaints = System.err;
    // What libraries print must not get between the messages of the protocol.
    OutputStream messages = new FileOutputStream(FileDescriptor.out);
    System.setOut(complaints);
    List<String> given = Stream.of(arguments).skip(1).toList();
    if (given.isEmpty() || given.stream().anyMatch(it -> it.startsWith("-"))) {
      boolean asked = given.stream().anyMatch(List.of("-h", "--help")::contains);
      PrintStream out = asked ? new PrintStream(messages, true) : complaints;
      HELP.forEach(out::println);
      System.exit(asked ? 0 : WRONG_COMMAND_LINE);
    }
    CountDownLatch ended = new CountDownLatch(1);
    try (Libraries libraries = Libraries.open(given.stream().map(Path::of).toList())) {
      libraries.describe().lines().forEach(line -> complaints.println("papermap mcp: " + line));
      Server.start(libraries, new EndingInput(System.in, ended), messages);
      ended.await();
    } catch (IOException | IllegalArgumentException e) {
      complaints.println("papermap mcp: " + e.getMessage());
      System.exit(WRONG_INPUT);
    }
    System.exit(0);
  }
}
