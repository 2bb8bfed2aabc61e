package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.CacheInventory.Item;
import org.papermap.embed.CacheInventory.Kind;
import org.papermap.embed.internal.cache.CachedVectors;
import org.papermap.embed.internal.cache.ContentKey;
import org.papermap.embed.internal.cache.EmbeddingCache;
import org.papermap.embed.internal.cache.Manifest;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.embed.internal.weights.ModelStore;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.LongTexts;

class CacheInventoryTest {
  private static final ModelCatalog CATALOG = ModelCatalog.standard();
  private static final ModelSpec MODEL = CATALOG.defaultModel();

  @TempDir private Path folder;

  @Test
  void a_folder_that_is_not_there_holds_nothing() throws IOException {
    CacheInventory none = CacheInventory.of(folder.resolve("none"), CATALOG);

    assertThat(none.items()).isEmpty();
    none.prune();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void vectors_are_counted_and_checked() throws IOException {
    Path file = keep(identity(MODEL), 3);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 4;
    Files.write(file, bytes);

    Item item = inventory().items().getFirst();

    assertThat(item)
        .isEqualTo(new Item(Kind.VECTORS, file, identity(MODEL), Files.size(file), 3, 1, true));
  }

  @Test
  void what_any_way_to_read_a_model_asks_for_is_in_use() throws IOException {
    for (LongTexts each : LongTexts.values()) {
      keep(identity(MODEL.withLongTexts(each)), 1);
    }

    assertThat(inventory().items()).hasSize(3).allMatch(Item::used);
  }

  @Test
  void what_no_model_asks_for_is_removed_and_nothing_else() throws IOException {
    Path used = keep(identity(MODEL), 1);
    String older = identity(MODEL).replace("importer=", "importer=0");
    Path stale = keep(older, 1);
    Path gone = keep("gone-model weights=0123456789abcdef pooling=mean", 1);
    Path mine = keep("mine weights=local:0123456789abcdef pooling=mean", 1);
    Path broken =
        Files.writeString(folder.resolve("vectors/broken.vectors"), "PMVECS1\n" + "?".repeat(100));
    Path foreign = Files.write(folder.resolve("vectors/foreign.vectors"), new byte[100]);
    Path models = Files.createDirectory(ModelStore.folderOf(folder));
    Path imported = model(ModelStore.folderName(MODEL, LinearKernel.PORTABLE));
    Path local = model("local.mine-0123456789ab");
    Path old = model(MODEL.name() + "-0123456789ab");
    Path shared = model(MODEL.name() + "-ba9876543210");
    Path letter = Files.writeString(shared.resolve("letter.txt"), "mine");
    Path own = Files.createDirectory(models.resolve("my-own-model"));
    Files.writeString(own.resolve("model.pt"), "mine");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(models.resolve("link-0123456789ab"), elsewhere);

    CacheInventory before = inventory();
    assertThat(before.unused())
        .extracting(Item::path)
        .containsExactlyInAnyOrder(stale, gone, broken, old, shared);
    before.prune();

    assertThat(List.of(stale, gone, broken, old)).noneMatch(Files::exists);
    assertThat(List.of(used, mine, models, imported, local)).allMatch(Files::exists);
    assertThat(List.of(foreign, own, own.resolve("model.pt"), letter, link, elsewhere))
        .allMatch(Files::exists);
    assertThat(shared).isDirectoryNotContaining(it -> !it.equals(letter));
    assertThat(inventory().unused()).isEmpty();
  }

  @Test
  void a_cache_that_was_pruned_under_its_feet_starts_anew() throws IOException {
    EmbeddingCache cache = EmbeddingCache.of(folder, "gone weights=1", 1);
    cache.append(List.of(ContentKey.of("a")), new float[] {1}, new int[] {1});
    assertThat(CachedVectors.find(cache, 1, List.of(ContentKey.of("a")))).hasSize(1);

    inventory().prune();
    assertThat(CachedVectors.find(cache, 1, List.of(ContentKey.of("a")))).isEmpty();
    cache.append(List.of(ContentKey.of("b")), new float[] {1}, new int[] {1});

    assertThat(CachedVectors.find(cache, 1, List.of(ContentKey.of("a"), ContentKey.of("b"))))
        .containsOnlyKeys(ContentKey.of("b"));
  }

  private static String identity(ModelSpec model) {
    return LinearKernel.PORTABLE.identity(model);
  }

  private CacheInventory inventory() throws IOException {
    return CacheInventory.of(folder, CATALOG);
  }

  private Path keep(String identity, int texts) throws IOException {
    EmbeddingCache cache = EmbeddingCache.of(folder, identity, 2);
    for (int i = 0; i < texts; i++) {
      cache.append(List.of(ContentKey.of("text " + i)), new float[] {1, 0}, new int[] {5});
    }
    return cache.file();
  }

  private Path model(String name) throws IOException {
    Path model = Files.createDirectories(ModelStore.folderOf(folder).resolve(name));
    Files.writeString(model.resolve("model.pt"), "x");
    Files.writeString(model.resolve("tokenizer.json"), "{}");
    Manifest.of(model, List.of("model.pt", "tokenizer.json")).write(model);
    return model;
  }
}
