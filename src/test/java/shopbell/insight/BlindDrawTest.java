package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlindDrawTest {
  private static List<Integer> drawn(String key, double share) {
    BlindDraw draw = new BlindDraw(key.getBytes(StandardCharsets.UTF_8), share);
    return IntStream.range(0, 20_000)
        .filter(i -> draw.draws(new UUID(3, i)))
        .boxed()
        .toList();
  }

  @Test
  void theShareIsDrawn() {
    assertEquals(0.08, drawn("key", 0.08).size() / 20_000.0, 0.006);
    assertEquals(0, drawn("key", 0).size());
    assertEquals(20_000, drawn("key", 1).size());
  }

  @Test
  void eachServerDrawsTheSameContactsAndNobodyWithoutTheKeyKnowsThem() {
    assertEquals(drawn("key", 0.08), drawn("key", 0.08));
    assertNotEquals(drawn("key", 0.08), drawn("other key", 0.08));
  }
}
