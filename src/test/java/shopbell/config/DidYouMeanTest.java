package shopbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  @Test
  void ofTwoThatAreEquallyFarTheOneWithTheSameBeginningIsMeantInWhateverOrderTheyStand() {
    assertEquals(Optional.of("step"), DidYouMean.nearest("stpe", List.of("type", "step")));
    assertEquals(Optional.of("step"), DidYouMean.nearest("stpe", List.of("step", "type")));
    assertEquals(Optional.of("bat"), DidYouMean.nearest("at", List.of("cat", "bat")));
  }

  @Test
  void whatIsTooFarIsNotMeant() {
    assertEquals(Optional.empty(), DidYouMean.nearest("support", List.of("sales")));
  }
}
