package shopbell.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedBuffersTest {
  private static final long GIGABYTE = 1L << 30;

  @ParameterizedTest
  @CsvSource({"0, 128MB", "1, 256MB", "2, 512MB", "8, 2048MB", "16, 4096MB", "512, 4096MB"})
  void aQuarterOfTheMemoryButNeverTooLittleNorAllOfALargeMachine(long gigabytes, String buffers) {
    assertEquals(buffers, SharedBuffers.of(gigabytes * GIGABYTE));
  }
}
