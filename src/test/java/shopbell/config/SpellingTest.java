package shopbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void ofTwoThatAreEquallyFarTheOneWithTheSameBeginningIsMeantInWhateverOrderTheyStand() {
    assertEquals(Optional.of("step"), Spelling.nearest("stpe", List.of("type", "step")));
    assertEquals(Optional.of("step"), Spelling.nearest("stpe", List.of("step", "type")));
    assertEquals(Optional.of("bat"), Spelling.nearest("at", List.of("cat", "bat")));
  }

  @Test
  void whatIsTooFarIsNotMeant() {
    assertEquals(Optional.empty(), Spelling.nearest("support", List.of("sales")));
  }
}
