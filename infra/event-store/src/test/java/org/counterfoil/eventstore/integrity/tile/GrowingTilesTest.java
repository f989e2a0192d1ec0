package org.counterfoil.eventstore.integrity.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.counterfoil.eventstore.integrity.tree.Frontier;
import org.junit.jupiter.api.Test;

class GrowingTilesTest {

  private final Map<String, Tile> stored = new TreeMap<>();

  @Test
  void seventyThousandEntriesAre273FullTilesAndAPartialOf112() {
    GrowingTiles tiles = new GrowingTiles();
    for (int i = 0; i < 70_000; i++) {
      tiles.append(entry(i));
    }
    store(tiles);

    List<Tile> level0 = ofLevel(0);
    assertThat(level0).hasSize(274);
    assertThat(level0).filteredOn(tile -> tile.width() == 256).hasSize(273);
    assertThat(level0.getLast().width()).isEqualTo(112);
    assertThat(ofLevel(1)).extracting(Tile::width).containsExactly(256, 17);
    assertThat(ofLevel(2)).extracting(Tile::width).containsExactly(1);
    assertThat(ofLevel(3)).isEmpty();
    assertThat(Objects.requireNonNull(tiles.unfinished(0)).width()).isEqualTo(112);
  }

  /** As after a crash at any moment between two batches. */
  @Test
  void goesOnFromTheLastTilesAlone() {
    long seed = Long.getLong("counterfoil.seed", 20_261_127);
    Random random = new Random(seed);
    Frontier whole = new Frontier();
    GrowingTiles tiles = new GrowingTiles();
    int size = 0;
    while (size < 140_000) {
      int batch = random.nextInt(10) == 0 ? 256 * random.nextInt(40) : random.nextInt(300);
      for (int i = 0; i < batch; i++) {
        tiles.append(entry(size));
        whole.append(entry(size));
        size++;
      }
      store(tiles);
      tiles = GrowingTiles.resume(last());

      assertThat(tiles.size()).as("seed %d", seed).isEqualTo(size);
      assertThat(tiles.root()).as("seed %d, size %d", seed, size).isEqualTo(whole.root());
      assertThat(tiles.takeChanged()).isEmpty();
    }
  }

  @Test
  void tilesThatDoNotFitEachOtherAreNoTree() {
    GrowingTiles tiles = new GrowingTiles();
    for (int i = 0; i < 600; i++) {
      tiles.append(entry(i));
    }
    store(tiles);
    List<Tile> last = last();
    assertThat(last).extracting(Tile::width).containsExactly(88, 2);

    assertThatThrownBy(() -> GrowingTiles.resume(List.of(last.getFirst(), last.get(1).cutTo(1))))
        .isInstanceOf(DamagedTiles.class);
    assertThatThrownBy(() -> GrowingTiles.resume(List.of(last.getFirst())))
        .isInstanceOf(DamagedTiles.class);
    assertThatThrownBy(() -> GrowingTiles.resume(List.of(last.get(1), last.getFirst())))
        .isInstanceOf(DamagedTiles.class);
  }

  @Test
  void aPathNamesATileInOneWayOnly() {
    for (String path :
        List.of(
            "000", "067", "999", "x001/000", "x001/x234/067", "x001/x234/067.p/1", "000.p/255")) {
      assertThat(Objects.requireNonNull(TilePath.read(path)).text()).isEqualTo(path);
    }
    assertThat(TilePath.read("x001/x234/067.p/8")).isEqualTo(new TilePath(1_234_067, 8));
    for (String path :
        List.of(
            "",
            "0",
            "67",
            "1234",
            "x000/067",
            "001/067",
            "x001",
            "x001/x067",
            "000.p/0",
            "000.p/01",
            "000.p/256",
            "000.p/300",
            "000.p/",
            "-01",
            "000/",
            "x1/000",
            "٠٠٠")) {
      assertThat(TilePath.read(path)).as(path).isNull();
    }
  }

  private void store(GrowingTiles tiles) {
    tiles
        .takeChanged()
        .forEach(tile -> stored.put("%d/%09d".formatted(tile.level(), tile.index()), tile));
  }

  private List<Tile> ofLevel(int level) {
    return stored.values().stream().filter(tile -> tile.level() == level).toList();
  }

  private List<Tile> last() {
    List<Tile> last = new ArrayList<>();
    for (int level = 0; !ofLevel(level).isEmpty(); level++) {
      last.add(ofLevel(level).getLast());
    }
    return last;
  }

  private static byte[] entry(int number) {
    return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
  }
}
