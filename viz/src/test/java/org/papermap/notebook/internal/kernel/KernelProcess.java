package org.papermap.notebook.internal.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A kernel in a process of its own, and Jupyter's ends of its sockets. They are connected before
/// the kernel starts, as Jupyter's are, so that what is sent at once waits at its door.
final class KernelProcess implements AutoCloseable {
  private static final String KEY = "a secret";
  private static final Set<Integer> GIVEN = new HashSet<>();

  private final ZMQ.Context context = ZMQ.context(1);
  private final Process process;
  private final int shellPort;
  private final Channel shell;
  private final Channel control;
  private final Channel iopub;
  private final ZMQ.Socket heartbeat;

  private KernelProcess(Path file, List<Integer> ports, List<String> prefix) throws IOException {
    Signature signature = new Signature(KEY);
    shellPort = ports.get(0);
    shell = new Channel(connected(SocketType.DEALER, ports.get(0)), signature);
    control = new Channel(connected(SocketType.DEALER, ports.get(1)), signature);
    ZMQ.Socket subscription = connected(SocketType.SUB, ports.get(2));
    subscription.subscribe(ZMQ.SUBSCRIPTION_ALL);
    iopub = new Channel(subscription, signature);
    heartbeat = connected(SocketType.REQ, ports.get(3));
    heartbeat.send("ping");
    ask(control, "kernel_info_request", _ -> {});
    ask(shell, "kernel_info_request", _ -> {});
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.papermap.cli.KernelMain",
            file.toString()));
    process = new ProcessBuilder(command).inheritIO().start();
  }

  /// Starts a kernel that has been asked already, on each of its sockets, whether it is there.
  ///
  /// @param prefix a command before that of the kernel
  static KernelProcess start(Path folder, String... prefix) throws IOException {
    List<Integer> ports = freePorts(5);
    ObjectNode connection =
        JsonMapper.shared()
            .createObjectNode()
            .put("transport", "tcp")
            .put("ip", "127.0.0.1")
            .put("key", KEY)
            .put("signature_scheme", "hmac-sha256")
            .put("shell_port", ports.get(0))
            .put("control_port", ports.get(1))
            .put("iopub_port", ports.get(2))
            .put("hb_port", ports.get(3))
            .put("stdin_port", ports.get(4));
    Path file = Files.createTempFile(folder, "kernel", ".json");
    Files.writeString(file, connection.toString());
    return new KernelProcess(file, ports, List.of(prefix));
  }

  /// Ports below those that the system hands out by itself, or another program could be given one
  /// before the kernel takes it.
  private static synchronized List<Integer> freePorts(int count) {
    List<Integer> ports = new ArrayList<>();
    while (ports.size() < count) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      if (isFree(port) && GIVEN.add(port)) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private ZMQ.Socket connected(SocketType type, int port) {
    ZMQ.Socket socket = context.socket(type);
    socket.setLinger(0);
    socket.connect("tcp://127.0.0.1:" + port);
    return socket;
  }

  private static void ask(Channel channel, String type, Consumer<ObjectNode> content) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    content.accept(node);
    channel.publish(null, type, node);
  }

  /// Waits for the answers to what was asked before the start.
  void awaitStart() {
    if (!heartbeat.recvStr().equals("ping")
        || !control.receive().type().equals("kernel_info_reply")
        || !shell.receive().type().equals("kernel_info_reply")) {
      throw new IllegalStateException("another answer than the question asked for");
    }
  }

  /// Asks on the shell channel and waits for the answer.
  Message ask(String type, Consumer<ObjectNode> content) {
    ask(shell, type, content);
    return shell.receive();
  }

  /// Runs a cell and waits for how it went.
  Message run(String code) {
    return ask("execute_request", it -> it.put("code", code));
  }

  /// Sends a cell and does not wait.
  void send(String code) {
    ask(shell, "execute_request", it -> it.put("code", code));
  }

  /// Sends a cell as one would who does not know the key, and waits until it must have come.
  void sendForged(String code) {
    try (Channel stranger =
        new Channel(connected(SocketType.DEALER, shellPort), new Signature("a guess"))) {
      ask(stranger, "execute_request", it -> it.put("code", code));
      for (int i = 0; i < 10; i++) {
        run("Thread.sleep(10);");
      }
    }
  }

  /// How the cell went that was sent.
  Message reply() {
    return shell.receive();
  }

  /// Asks on the control channel and waits for the answer.
  Message control(String type) {
    ask(control, type, _ -> {});
    return control.receive();
  }

  /// The next message of a type that the kernel tells all.
  Message told(String type) {
    Message message = iopub.receive();
    while (!message.type().equals(type)) {
      message = iopub.receive();
    }
    return message;
  }

  Process process() {
    return process;
  }

  /// Waits for the process.
  int awaitEnd() throws InterruptedException {
    return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    shell.close();
    control.close();
    iopub.close();
    heartbeat.close();
    context.term();
  }
}
