package org.papermap.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.model.ModelCatalog;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.MapPipeline;
import org.papermap.pipeline.MapSettings;
import org.papermap.search.PaperIndexWriter;

/// The SDK's own client asks the server, which is a process of its own and holds a map of the
/// papers in data/ and an index of one other paper.
class McpServerTest {
  private static final Paper OWN =
      new Paper(
          "own-1",
          "Pruning attention heads \u0007in small transformers",
          "We remove attention heads of a transformer and keep its accuracy.",
          List.of("Ada Lovelace", "Alan Turing"),
          LocalDate.of(2025, 3, 1),
          null,
          Map.of("shelf", "mine"));

  @TempDir static Path folder;
  private static McpSyncClient client;

  @BeforeAll
  static void start() throws IOException {
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().defaultModel())) {
      CorpusReading papers = CorpusReader.read(Path.of("../../data"));
      MapSettings settings = MapSettings.defaults().withTitle("Thursday");
      MapFolder.write(MapPipeline.of(embedder, settings).run(papers), folder.resolve("thursday"));
    }
    put(OWN);
    ServerParameters program =
        ServerParameters.builder(command().getFirst())
            .args(command().subList(1, command().size()))
            .build();
    client =
        McpClient.sync(new StdioClientTransport(program, McpJsonDefaults.getMapper()))
            .requestTimeout(Duration.ofMinutes(2))
            .initializationTimeout(Duration.ofMinutes(2))
            .build();
    client.initialize();
  }

  private static void put(Paper paper) throws IOException {
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().defaultModel());
        PaperIndexWriter writer = PaperIndexWriter.open(folder.resolve("shelf"), embedder)) {
      writer.put(List.of(paper));
      writer.commit();
    }
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-Dpapermap.cache=" + System.getProperty("papermap.cache"),
        "-cp",
        System.getProperty("java.class.path"),
        "org.papermap.mcp.Main",
        "mcp",
        folder.resolve("thursday").toString(),
        folder.resolve("shelf").toString());
  }

  @AfterAll
  static void stop() {
    client.closeGracefully();
  }

  private static String answer(String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result = call(tool, arguments);
    assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
    return text(result);
  }

  private static String error(String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result = call(tool, arguments);
    assertThat(result.isError()).as(text(result)).isTrue();
    return text(result);
  }

  private static McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(new McpSchema.CallToolRequest(tool, arguments));
  }

  private static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().getFirst()).text();
  }

  @Test
  void all_tools_only_read() {
    assertThat(client.listTools().tools())
        .extracting(McpSchema.Tool::name)
        .containsExactlyInAnyOrder(
            "list_libraries", "search_papers", "show_paper", "list_topics", "place_abstract");
    assertThat(client.listTools().tools())
        .allMatch(tool -> tool.annotations().readOnlyHint())
        .noneMatch(tool -> tool.annotations().destructiveHint());
    assertThat(client.getServerInstructions()).contains("thursday: a map, \"Thursday\", 91 papers");
  }

  @Test
  void a_question_is_answered_from_all_libraries_together() {
    String found = answer("search_papers", Map.of("query", "pruning attention heads", "limit", 3));

    assertThat(found)
        .startsWith("1. ")
        .contains("Pruning attention heads in small transformers")
        .contains("id own-1 | in shelf | Ada Lovelace, Alan Turing | 2025-03-01")
        .contains("in thursday")
        .contains("\n3. ")
        .doesNotContain("\n4. ", "\u0007", "NaN");
  }

  @Test
  void filters_and_a_library_narrow_the_search() {
    assertThat(
            answer(
                "search_papers",
                Map.of("query", "attention", "author", "lovelace", "from", "2025", "to", "2025")))
        .contains("own-1")
        .doesNotContain("in thursday");
    assertThat(answer("search_papers", Map.of("query", "attention", "library", "thursday")))
        .doesNotContain("own-1");
    assertThat(error("search_papers", Map.of("query", "attention", "author", "nobody")))
        .isEqualTo(
            "no paper passes author nobody. Ask list_libraries for the fields, and list_topics for"
                + " the topics.");
    assertThat(error("search_papers", Map.of("query", "attention", "library", "other")))
        .isEqualTo("library \"other\": not here. There are thursday, shelf.");
  }

  @Test
  void topics_have_central_papers_and_a_paper_has_neighbors() {
    String topics = answer("list_topics", Map.of());
    Matcher first =
        Pattern.compile("\n(\\d+): (.*), (\\d+) papers\n   - .* \\[id (\\w+)]").matcher(topics);
    assertThat(topics).startsWith("thursday, a map of 91 papers in ").contains("shelf: an index");
    assertThat(first.find()).isTrue();

    String paper = answer("show_paper", Map.of("id", first.group(4), "limit", 2));

    assertThat(paper)
        .contains("topic " + first.group(1) + ": " + first.group(2))
        .contains("Nearest papers in thursday:\n- ")
        .containsPattern("\\[id \\w+]$");
    assertThat(error("show_paper", Map.of("id", "nobody")))
        .startsWith("id \"nobody\": no library has it.");
  }

  @Test
  void a_pasted_abstract_finds_its_topic_and_its_nearest() {
    String place =
        answer(
            "place_abstract",
            Map.of("text", "We distill a diffusion model so that images are made in few steps."));

    assertThat(place)
        .startsWith("In the map thursday it belongs to topic ")
        .containsIgnoringCase("diffusion")
        .contains("similarity 0.");
  }

  @Test
  void papers_that_are_indexed_meanwhile_are_found() throws IOException {
    put(Paper.of("late-1", "Honey bees and their dances", "Bees tell each other the way."));

    assertThat(answer("search_papers", Map.of("query", "honey bees dance", "limit", 1)))
        .contains("late-1");
    assertThat(answer("list_libraries", Map.of())).contains("shelf: 2 papers");
  }

  @Test
  void nothing_but_the_protocol_is_printed_and_the_end_of_input_ends_it() throws Exception {
    Process server = new ProcessBuilder(command()).redirectErrorStream(false).start();
    server
        .getOutputStream()
        .write(
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
            """
                .getBytes(StandardCharsets.UTF_8));
    server.getOutputStream().flush();
    byte[] first = new byte[1];
    assertThat(server.getInputStream().read(first)).isEqualTo(1);
    server.getOutputStream().close();

    String printed =
        new String(first, StandardCharsets.UTF_8)
            + new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed.lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"jsonrpc\""));
    assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
  }
}
