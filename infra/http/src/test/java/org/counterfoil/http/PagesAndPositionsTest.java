package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.http.small.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists in pages, and positions to wait for. */
class PagesAndPositionsTest {

  private final RunningService service = RunningService.shared();

  @Test
  void the_pages_of_a_list_are_the_list() {
    for (int limit : new int[] {1, 7, 100, 249, 250, 251, 500}) {
      List<String> all = new ArrayList<>();
      String path = "/list?limit=" + limit;
      int pages = 0;
      for (String next = path; next != null; pages++) {
        JsonNode page = RunningService.json(service.get(next));
        page.get("items").forEach(item -> all.add(item.asString()));
        assertThat(page.has("nextCursor")).isTrue();
        JsonNode cursor = page.get("nextCursor");
        next = cursor.isNull() ? null : path + "&cursor=" + cursor.asString();
      }

      assertThat(all).hasSize(250).doesNotHaveDuplicates().isSorted();
      assertThat(pages).isEqualTo((250 + limit - 1) / limit);
    }
  }

  @Test
  void a_cursor_that_was_changed_or_is_of_another_list_is_refused() {
    String cursor = RunningService.json(service.get("/list?limit=3")).get("nextCursor").asString();
    assertThat(service.get("/list?cursor=" + cursor).statusCode()).isEqualTo(200);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");

    assertThat(service.get("/other-list?cursor=" + cursor).statusCode()).isEqualTo(400);
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'a' ? 'b' : 'a';
      String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertThat(service.get("/list?cursor=" + changed).statusCode()).as(changed).isEqualTo(400);
    }
    assertThat(service.get("/list?cursor=").statusCode()).isEqualTo(400);
    assertThat(service.get("/list?cursor=" + "a".repeat(2_000)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "one", "1.5", "", " ", "99999999999999999999", "0x1", "٣"})
  void nonsense_is_no_position(String nonsense) {
    HttpResponse<String> answer =
        service.get(
            "/position",
            "Counterfoil-Min-Position",
            new String(
                nonsense.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.ISO_8859_1));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Counterfoil-Min-Position");
  }

  @Test
  void a_position_is_a_position_and_none_is_reached_by_everybody() {
    assertThat(service.get("/position", "Counterfoil-Min-Position", "42").body())
        .contains("\"position\":42");
    assertThat(service.get("/position").body()).contains("\"position\":-1");
  }
}
