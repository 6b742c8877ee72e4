package shopbell.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.Rejected;

class XmlTreeTest {
  private static Map<String, Object> read(String xml) {
    return XmlTree.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatStandsSeveralTimesIsAList() {
    assertEquals(
        Map.of("r", Map.of("a", List.of("1", "2", "3"), "b", "x", "#text", "t & u")),
        read("<r><a>1</a><a>2</a>t &amp; u<b>x</b><a>3</a></r>"));
  }

  /** Bytes are counted, as seconds depend on what else the machine does. */
  private static long allocated(String part, int times) {
    byte[] xml = ("<r>" + part.repeat(times) + "</r>").getBytes(StandardCharsets.UTF_8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    XmlTree.read(xml);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>1</a>",
        "<a/>",
        "x&amp;",
        "<![CDATA[x]]>",
        "<a b='1' c='2'/>",
        "<a><b/><b/></a>"
      })
  void twiceTheBodyIsTwiceTheWork(String part) {
    allocated(part, 1_000);
    long once = allocated(part, 20_000);
    long twice = allocated(part, 40_000);
    assertTrue(twice < 2.5 * once, once + " and " + twice);
  }

  @Test
  void moreThanHalfAMillionElementsAreRefusedAndSoIsWhatIsDeepOrWide() {
    assertRefused("<r>" + "<a/>".repeat(500_001) + "</r>");
    assertRefused("<a>".repeat(60) + "</a>".repeat(60));
    StringBuilder wide = new StringBuilder("<r ");
    for (int i = 0; i < 20_000; i++) {
      wide.append("a").append(i).append("='' ");
    }
    assertRefused(wide + "/>");
    assertRefused("<!DOCTYPE r [<!ENTITY a 'aaaa'>]><r>&a;</r>");
  }

  private static void assertRefused(String xml) {
    Rejected refused = assertThrows(Rejected.class, () -> read(xml));
    assertEquals(Rejected.Reason.MALFORMED, refused.reason());
  }
}
