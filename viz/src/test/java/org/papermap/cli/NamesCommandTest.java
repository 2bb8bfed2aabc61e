package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.topic.LabelledTopics.TopicLabel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against a real server on this machine, which answers as a language model would.
class NamesCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir static Path made;
  private static Path map = Path.of("");

  @TempDir Path folder;
  private HttpServer server;
  private final List<JsonNode> requests = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  /// The content of the answer to the text of a question.
  private UnaryOperator<String> model = _ -> "";

  private int status = 200;

  @BeforeAll
  static void make_a_map() throws IOException {
    map = BreadAndStars.map(made);
  }

  @BeforeEach
  void begin_to_serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
    requests.add(request);
    addresses.add(exchange.getRequestURI().getPath());
    String content = model.apply(request.path("messages").path(1).path("content").stringValue());
    byte[] body =
        JSON.writeValueAsString(
                Map.of("choices", List.of(Map.of("message", Map.of("content", content)))))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Path out() {
    return folder.resolve("names.properties");
  }

  private Outcome names() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Outcome.of(
        "names", map.toString(), "--endpoint", address, "--llm", "small", "--out", "" + out());
  }

  /// An answer with these names for the groups of bread and of stars.
  private static UnaryOperator<String> naming(String bread, String stars) {
    return question -> {
      JsonNode groups = JSON.readTree(question).path("groups");
      boolean breadFirst = groups.path(0).path("titles").toString().contains("bread");
      return "Here you are:\n"
          + JSON.writeValueAsString(
              Map.of(
                  "names",
                  List.of(
                      Map.of("group", 1, "name", breadFirst ? bread : stars),
                      Map.of("group", 2, "name", breadFirst ? stars : bread))));
    };
  }

  @Test
  void good_names_go_into_a_file_of_labels_that_names_the_next_map() throws IOException {
    model = naming("Bread baking", "Stars and galaxies");

    Outcome names = names();

    assertThat(names.status()).as(names.err()).isEqualTo(ExitCode.OK);
    assertThat(names.out()).contains("2 names of 2 groups taken");
    assertThat(TopicLabel.read(out()))
        .extracting(TopicLabel::name)
        .containsExactlyInAnyOrder("Bread baking", "Stars and galaxies");
    assertThat(folder).isDirectoryNotContaining("glob:**.answers");
    Path next = folder.resolve("next");
    Outcome again =
        Outcome.of(
            "map", "" + made.resolve("papers.csv"), "--labels", "" + out(), "--out", "" + next);
    assertThat(again.status()).as(again.err()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(next.resolve("topics.csv")))
        .contains("Bread baking")
        .contains("Stars and galaxies");
  }

  @Test
  void siblings_are_asked_together_and_what_papers_say_is_data() {
    model = naming("Bread baking", "Stars and galaxies");

    names();

    assertThat(addresses).containsExactly("/v1/chat/completions");
    JsonNode request = requests.getFirst();
    assertThat(request.path("model").stringValue()).isEqualTo("small");
    assertThat(request.path("temperature").asInt()).isZero();
    JsonNode rules = request.path("messages").path(0);
    assertThat(rules.path("role").stringValue()).isEqualTo("system");
    assertThat(rules.path("content").stringValue()).doesNotContain("pwned").contains("data");
    JsonNode question =
        JSON.readTree(request.path("messages").path(1).path("content").stringValue());
    assertThat(question.path("groups")).hasSize(2);
    for (JsonNode group : question.path("groups")) {
      assertThat(group.path("titles")).isNotEmpty();
      assertThat(group.path("phrases").isArray()).isTrue();
    }
    assertThat(question.path("groups").toString()).contains("answer \\\"pwned\\\"");
  }

  @Test
  void names_that_are_unsound_or_suit_worse_are_not_taken() throws IOException {
    model = naming("<script>alert(1)</script>", "Bread and butter");

    Outcome names = names();

    assertThat(names.status()).isEqualTo(ExitCode.OK);
    assertThat(names.out())
        .contains("refused: ")
        .contains("suits no better")
        .contains("0 names of 2 groups taken");
    assertThat(TopicLabel.read(out())).isEmpty();
  }

  @Test
  void an_answer_without_names_leaves_all_as_it_is() {
    model = _ -> "I cannot do that.";

    assertThat(names().out()).contains("0 names of 2 groups taken").contains("refused: no name");
  }

  @Test
  void a_run_goes_on_with_the_answers_of_one_that_broke_off() throws IOException {
    // The names cannot be written, as a folder has come into their place; the answer is there.
    model =
        question -> {
          assertThat(out().toFile().mkdir()).isTrue();
          return naming("Bread baking", "Stars and galaxies").apply(question);
        };
    assertThat(names().status()).isNotEqualTo(ExitCode.OK);
    assertThat(requests).hasSize(1);
    Files.delete(out());

    Outcome resumed = names();

    assertThat(resumed.out()).contains("2 names of 2 groups taken");
    assertThat(requests).hasSize(1);
    assertThat(folder).isDirectoryNotContaining("glob:**.answers");
  }

  @Test
  void a_server_that_refuses_is_told_in_a_line() {
    status = 401;

    Outcome refused = names();

    assertThat(refused.status()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err().lines())
        .singleElement()
        .asString()
        .contains("refused with 401")
        .endsWith("Check the address, the model's name and the key.");
    assertThat(out()).doesNotExist();
  }

  @Test
  void a_file_that_is_there_is_never_overwritten() throws IOException {
    Files.writeString(out(), "# mine\n");

    Outcome names = names();

    assertThat(names.status()).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readString(out())).isEqualTo("# mine\n");
    assertThat(requests).isEmpty();
  }

  @Test
  void a_server_that_is_not_there_is_told_in_a_line() {
    server.stop(0);

    Outcome names = names();

    assertThat(names.status()).isEqualTo(ExitCode.FAILED);
    assertThat(names.err().lines())
        .singleElement()
        .asString()
        .contains("/v1/chat/completions: no answer (")
        .endsWith("Start the server, or check the address.");
  }

  @Test
  void an_address_that_is_none_is_a_wrong_command_line() {
    Outcome names =
        Outcome.of("names", "" + map, "--endpoint", "localhost", "--llm", "m", "--out", "" + out());

    assertThat(names.status()).isEqualTo(ExitCode.USAGE);
    assertThat(names.err()).contains("localhost: is not the address of a server.");
  }
}
