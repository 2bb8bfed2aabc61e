package org.papermap.notebook.internal.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A socket that carries signed messages. One thread receives; any may send.
record Channel(ZMQ.Socket socket, Signature signature) implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  /// Signature, header, the header of what is answered, metadata and content.
  private static final int PARTS = 5;

  private static final String SESSION = UUID.randomUUID().toString();

  /// Waits for the next message. Messages with a wrong signature are passed over.
  ///
  /// @throws org.zeromq.ZMQException when the sockets' context ends
  Message receive() {
    while (true) {
      List<byte[]> frames = new ArrayList<>();
      do {
        frames.add(socket.recv());
      } while (socket.hasReceiveMore());
      Optional<Message> message = message(frames);
      if (message.isPresent()) {
        return message.get();
      }
    }
  }

  private Optional<Message> message(List<byte[]> frames) {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    if (frames.size() <= delimiter + PARTS) {
      return Optional.empty();
    }
    List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 1 + PARTS);
    if (!signature.fits(frames.get(delimiter + 1), parts)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Message(
              List.copyOf(frames.subList(0, delimiter)),
              JSON.readTree(parts.getFirst()),
              JSON.readTree(parts.getLast())));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// Answers a message to its sender alone.
  void reply(Message request, String type, ObjectNode content) {
    send(request.sender(), type, request.header(), content);
  }

  /// Sends to all subscribers.
  ///
  /// @param cause the message that led to this
  void publish(@Nullable Message cause, String type, ObjectNode content) {
    send(
        List.of(type.getBytes(StandardCharsets.US_ASCII)),
        type,
        cause == null ? JSON.createObjectNode() : cause.header(),
        content);
  }

  private void send(List<byte[]> to, String type, JsonNode parent, ObjectNode content) {
    ObjectNode header =
        JSON.createObjectNode()
            .put("msg_id", UUID.randomUUID().toString())
            .put("session", SESSION)
            .put("username", "papermap")
            .put("date", Instant.now().toString())
            .put("msg_type", type)
            .put("version", KernelInfo.PROTOCOL);
    List<byte[]> parts = new ArrayList<>();
    for (JsonNode part : List.of(header, parent, JSON.createObjectNode(), content)) {
      parts.add(JSON.writeValueAsBytes(part));
    }
    List<byte[]> frames = new ArrayList<>(to);
    frames.add(DELIMITER);
    frames.add(signature.of(parts));
    frames.addAll(parts);
    // A socket may go from thread to thread behind a lock, a message's frames at one go.
    synchronized (this) {
      for (byte[] frame : frames.subList(0, frames.size() - 1)) {
        socket.sendMore(frame);
      }
      socket.send(frames.getLast());
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
