package org.example.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.papermap.corpus.CorpusReader;
import org.papermap.embed.Embedder;
import org.papermap.model.ModelCatalog;
import org.papermap.search.Neighbor;
import org.papermap.search.PaperIndex;
import org.papermap.search.PaperIndexWriter;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A service that answers questions from a library of papers.
@SpringBootApplication
@RestController
public class LibraryApplication {
  private final PaperIndex library;

  LibraryApplication(PaperIndex library) {
    this.library = library;
  }

  public static void main(String[] arguments) {
    SpringApplication.run(LibraryApplication.class, arguments);
  }

  @GetMapping("/nearest")
  List<Neighbor> nearest(
      @RequestParam("question") String question,
      @RequestParam(name = "mode", defaultValue = "SEMANTIC") SearchMode mode)
      throws IOException {
    return library.nearest(Query.text(question).withK(3).withMode(mode));
  }

  /// The beans of the library.
  @org.springframework.context.annotation.Configuration
  static class Library {
    @Bean
    Embedder embedder() throws IOException {
      return Embedder.open(ModelCatalog.standard().defaultModel());
    }

    @Bean
    PaperIndex library(
        Embedder embedder, @Value("${papers}") Path papers, @Value("${index}") Path index)
        throws IOException {
      try (PaperIndexWriter writer = PaperIndexWriter.open(index, embedder)) {
        writer.put(CorpusReader.read(papers).corpus().papers());
        writer.commit();
      }
      return PaperIndex.open(index, embedder);
    }
  }
}
