package shopbell.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Event;
import shopbell.OtherSystem;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/** An administrator manages the connections to other systems, in a real browser against the real server. */
class WorkbenchIT {
  private static final String PBX = """
      name: pbx
      door:
        map: |
          {
            "type": "shopbell.interaction." & body.step,
            "data": {
              "interaction": body.call,
              "from": body.from,
              "agents": ["mia"]
            }
          }
      """;
  private static final String DESK = """
      name: desk
      source:
        authentication:
          kind: bearer
        steps:
          - name: found
            path: '"/tickets"'
        map: |
          found.tickets.{"type": "shopbell.ticket.upserted", "data": {"id": id, "subject": subject}}
      """;

  @TempDir
  private Path folder;

  private final OtherSystem desk = OtherSystem.open();
  private final OtherSystem dead = OtherSystem.open();
  private final OtherSystem receiver = OtherSystem.open();
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("pbx.yaml"), PBX);
    Files.writeString(folder.resolve("desk.yaml"), DESK);
    desk.does(OtherSystem.json("{\"tickets\":[{\"id\":\"7\",\"subject\":\"Kettle leaks\"}]}"));
    dead.stop();
  }

  @AfterEach
  void close() {
    stage.close();
    List.of(desk, dead, receiver).forEach(OtherSystem::close);
  }

  private void stage(String locale) {
    Map<String, String> settings =
        new HashMap<>(Map.of("locale", locale, "connectors.folder", folder.toString()));
    settings.put("ingress.pbx.kind", "pbx");
    settings.put("ingress.pbx.key", RunningShop.KEY);
    Map.of("helpdesk", desk, "crm", dead).forEach((name, system) -> {
      settings.put("sources." + name + ".kind", "desk");
      settings.put("sources." + name + ".url", system.url());
      settings.put("sources." + name + ".token", "a-token");
    });
    settings.put("deliveries.erp.kind", "webhook");
    settings.put("deliveries.erp.url", receiver.url());
    settings.put("deliveries.erp.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    stage = Stage.open(settings, "mia");
    stage.shop().hire("root", Role.ADMIN, List.of());
    stage.shop().hire("sue", Role.SUPERVISOR, List.of());
  }

  private int ring(String call) {
    return stage
        .shop()
        .call("POST", "/in/pbx")
        .key(RunningShop.KEY)
        .json(Map.of("step", "ringing", "call", call, "from", "+4922147111"))
        .send()
        .status();
  }

  private static void go(Tab tab) {
    tab.find(".menu__me").click();
    tab.find(".menu__row").filter(having("Connectors")).click();
    tab.sees("h1", "Connectors");
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void door(Tab tab, String name) {
    tab.find(".block--doors .pickable").filter(having(name)).first().click();
  }

  @Test
  void aRealPayloadIsPickedTheExpressionBrokenMendedSavedAndTheNextWebhookReadByIt() {
    stage("en");
    assertEquals(202, ring("first"));
    try (Tab tab = Tab.of(stage, "root")) {
      go(tab);
      door(tab, "pbx");
      Locator file = tab.find("#file");
      assertThat(file).hasValue(PBX);
      tab.find(".block--deliveries .pickable").first().click();
      tab.sees(".block--outcome", "Rings at mia for +0000000000 (xxxxx)");
      tab.sees(".block--payload", "0000");
      file.fill(PBX.replace("body.call,", "body.call,]"));
      tab.sees("#mistake", "Line 7, column 35");
      assertThat(tab.find(".editor__number--wrong")).hasText("7");
      tab.find("#mistake button").click();
      assertThat(file).isFocused();
      file.fill(PBX.replace("[\"mia\"]", "[\"mia\", \"ben\"]"));
      tab.find("button:has-text('Show personal data')").click();
      tab.sees(".block--outcome", "Rings at mia, ben for +4922147111 (first)");
      tab.sees(".block--payload", "+4922147111");
      file.press("Control+s");
      tab.sees(".bench__note", "in use from now on");
      assertEquals(202, ring("second"));
      tab.find(".block--deliveries .pickable").nth(1).waitFor();
      tab.find(".block--deliveries .pickable").first().click();
      tab.find("button:has-text('Show personal data')").click();
      tab.sees(".block--outcome", "mia, ben for +4922147111 (second)");
    }
    assertTrue(read().contains("\"ben\""));
  }

  private String read() {
    try {
      return Files.readString(folder.resolve("pbx.yaml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatDidNotComeThroughIsSentAgainOnceTheFileIsMended() throws IOException {
    Files.writeString(folder.resolve("pbx.yaml"), PBX.replace("\"type\"", "\"typ\""));
    stage("en");
    assertEquals(422, ring("lost"));
    try (Tab tab = Tab.of(stage, "root").networkMayFail()) {
      go(tab);
      door(tab, "pbx");
      tab.sees(".block--deliveries", "/0/type");
      tab.find(".block--deliveries button:has-text('Send again')").click();
      tab.find(".delivery__acts").filter(having("/0/type")).waitFor();
      tab.find("#file").fill(PBX);
      tab.find("#bench-save").click();
      tab.sees(".bench__note", "in use");
      tab.find(".block--deliveries button:has-text('Send again')").first().click();
      tab.sees(".block--deliveries", "Read again: 1 event.");
      try (Tab mia = Tab.of(stage, "mia")) {
        mia.sees(".call-bar", "Ringing");
      }
    }
  }

  @Test
  void aBodyOfOnesOwnIsTriedAndWhatIsNoJsonIsSaid() {
    stage("en");
    try (Tab tab = Tab.of(stage, "root")) {
      go(tab);
      door(tab, "pbx");
      Locator own = tab.find(".block--payload textarea");
      own.fill("{\"step\"");
      tab.sees(".block--payload", "This is no JSON.");
      own.fill("{\"step\": \"ended\", \"call\": \"c-9\"}");
      tab.sees(".block--outcome", "c-9 is over");
    }
  }

  @Test
  void aSourceIsTriedByItsButton() {
    stage("en");
    try (Tab tab = Tab.of(stage, "root")) {
      go(tab);
      tab.find("button[aria-label='Try helpdesk']").focus();
      tab.press("Enter");
      tab.sees(".source:has-text('helpdesk') .source__said", "Answers in");
      tab.find("button[aria-label='Try crm']").click();
      tab.sees(".source:has-text('crm') .source__said", "cannot be reached");
      tab.find("button[aria-label='The file of helpdesk']").click();
      assertThat(tab.find("#file")).hasValue(DESK);
    }
  }

  @Test
  void aDeliveryThatWasGivenUpIsSentAgain() {
    stage("en");
    receiver.does(request -> request.response().setStatusCode(404).end());
    finished();
    giveUp();
    try (Tab tab = Tab.of(stage, "root")) {
      go(tab);
      tab.sees(".block--receivers", "1 given up");
      receiver.does(OtherSystem.json("{}"));
      tab.find(".block--receivers button:has-text('Send again')").click();
      tab.sees(".block--receivers", "Nothing was given up.");
      tab.sees(".block--receivers", "0 given up");
    }
  }

  private void finished() {
    Event ringing = stage.ring("over", ScreenPeople.FLOWER, "mia");
    stage.end("over");
    stage.say("mia", ringing, "wrap-up", Map.of("disposition", "resolved"));
  }

  /** Days go by in which the receiver is tried and tried again. */
  private void giveUp() {
    AtomicInteger days = new AtomicInteger();
    Waiting.until("it is given up", () -> {
      int before = receiver.asked().size();
      stage.then(
          Duration.ofDays(-days.addAndGet(2)),
          () -> Waiting.until(
              "it was tried",
              () -> receiver.asked().size() > before || receivers().contains("\"dead\":1")));
      return receivers().contains("\"dead\":1");
    });
  }

  private String receivers() {
    return stage
        .shop()
        .call("GET", "/api/v1/deliveries")
        .key(stage.shop().key(ApiKeyScope.ADMIN))
        .send()
        .expect(200)
        .text();
  }

  @Test
  void supervisorsAndAgentsHaveNoSuchDoor() {
    stage("en");
    for (String name : List.of("sue", "mia")) {
      Readability.isNotOnTheMenu(stage, name, "Connectors");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everybodyCanReadItOnAnyScreen(String locale) {
    stage(locale);
    ring("one");
    for (int width : List.of(1280, 360)) {
      Browser.NewContextOptions options =
          new Browser.NewContextOptions().setViewportSize(width, 740).setLocale(locale);
      try (Tab tab = Tab.at(stage.shop().url(), options).signIn("root")) {
        tab.find(".menu__me").click();
        tab.find(".menu__row")
            .filter(having(locale.equals("de") ? "Anschl" : "Connec"))
            .click();
        door(tab, "pbx");
        tab.find(".block--deliveries .pickable").first().click();
        tab.find(".source .button").first().click();
        tab.find(".outcome").waitFor();
        tab.find("#file").fill(PBX.replace("body.call,", "body.call,]"));
        tab.find(".editor__number--wrong").waitFor();
        Readability.inBothThemes(tab);
      }
    }
  }
}
