package org.papermap.notebook.internal.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import org.papermap.notebook.internal.NotebookException;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// A Java kernel for Jupyter: it answers Jupyter's messages until it is told to end.
///
/// Jupyter asks a starting kernel again and again whether it is ready. So all sockets are bound
/// before the first thread runs, and the first answer does not wait for JShell, which takes seconds
/// to start. A thread that fails ends the kernel, because Jupyter would wait for one that is
/// silent.
public final class Kernel {
  /// How long the last messages may take to leave.
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final ZMQ.Context context = ZMQ.context(1);
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final ConnectionFile connection;

  private Kernel(ConnectionFile connection) {
    this.connection = connection;
  }

  /// Runs a kernel until it is told to end, or the process that started this one ends. Standard
  /// output and error go to the cells from then on, and standard input is empty.
  ///
  /// @param connectionFile where Jupyter expects the kernel
  /// @throws NotebookException if the file is not Jupyter's, or a port in it is taken
  /// @throws IOException if the file cannot be read
  public static void run(Path connectionFile) throws IOException, InterruptedException {
    new Kernel(ConnectionFile.read(connectionFile)).serve();
  }

  private void serve() throws NotebookException, InterruptedException {
    Signature signature = new Signature(connection.key());
    ZMQ.Socket heartbeat = bind(SocketType.REP, connection.heartbeat());
    Channel control = new Channel(bind(SocketType.ROUTER, connection.control()), signature);
    Channel shell = new Channel(bind(SocketType.ROUTER, connection.shell()), signature);
    // Bound because Jupyter connects to it; no cell asks a person for anything.
    ZMQ.Socket stdin = bind(SocketType.ROUTER, connection.stdin());
    try (Channel iopub = new Channel(bind(SocketType.PUB, connection.iopub()), signature)) {
      Outputs outputs = new Outputs(iopub);
      FutureTask<JavaShell> java = new FutureTask<>(JavaShell::open);
      Answers answers = new Answers(java, outputs, () -> end.complete(null));
      System.setIn(InputStream.nullInputStream());
      System.setOut(outputs.out());
      System.setErr(outputs.err());
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> parent.onExit().thenRun(() -> end.complete(null)));
      start("heartbeat", () -> echo(heartbeat));
      start("control", () -> answerAll(control, answers::control));
      start("shell", () -> answerAll(shell, answers::shell));
      start("jshell", java);
      end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the kernel broke", e.getCause());
    } finally {
      stdin.close();
      // Waits for what is still to be sent; a cell that cannot be stopped may hold its socket.
      Thread.ofPlatform().daemon().start(context::term).join(FAREWELL);
    }
  }

  private ZMQ.Socket bind(SocketType type, int port) throws NotebookException {
    String address = connection.address() + ":" + port;
    ZMQ.Socket socket = context.socket(type);
    try {
      socket.bind(address);
      return socket;
    } catch (ZMQException e) {
      socket.close();
      throw new NotebookException(
          "%s: no socket there (%s). Start the kernel again.".formatted(address, e.getMessage()));
    }
  }

  private void start(String name, Runnable work) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .uncaughtExceptionHandler((_, e) -> end.completeExceptionally(e))
        .start(work);
  }

  private static void echo(ZMQ.Socket socket) {
    try (socket) {
      while (true) {
        socket.send(socket.recv());
      }
    }
  }

  private static void answerAll(Channel channel, BiConsumer<Channel, Message> answer) {
    try (channel) {
      while (true) {
        answer.accept(channel, channel.receive());
      }
    }
  }
}
