package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import shopbell.OtherSystem;
import shopbell.RunningShop;

class CheckCommandIT {
  @TempDir
  private Path folder;

  private final OtherSystem system = OtherSystem.open();
  private final StringWriter said = new StringWriter();

  @AfterEach
  void close() {
    system.close();
  }

  private int check(String sources) throws IOException {
    Path file = folder.resolve("shopbell.yaml");
    Files.writeString(
        file, "database:\n  url: " + RunningShop.freshDatabase() + "\nsources:\n" + sources);
    PrintWriter out = new PrintWriter(said, true);
    return new CommandLine(new CheckCommand())
        .setOut(out)
        .setErr(out)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          out.println(failure.getMessage());
          return 1;
        })
        .execute("--config", file.toString());
  }

  private String crm(String more) {
    return "  crm:\n    kind: hubspot\n    url: " + system.url() + "\n    token: t\n" + more;
  }

  @Test
  void everySourceIsTriedWithAnInventedPerson() throws IOException {
    system.does(OtherSystem.json("{\"results\":[]}"));
    assertEquals(0, check(crm("")));
    assertTrue(said.toString().contains("source         crm answers in "), said.toString());
    assertEquals(1, system.asked().size());
  }

  @Test
  void everyReceiverOfDeliveriesIsChecked() throws IOException {
    system.does(OtherSystem.json("{\"results\":[]}"));
    String receiver = crm("") + """
        deliveries:
          erp:
            url: https://erp.example/hook
            secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
        """;
    assertEquals(0, check(receiver), said::toString);
    assertTrue(said.toString().contains("delivery       erp is well formed"), said::toString);
    assertEquals(1, check(receiver + "    events: calls\n"));
    assertTrue(said.toString().contains("deliveries.erp.events is a list of"), said::toString);
  }

  @Test
  void whatIsWrongWithItIsSaid() throws IOException {
    system.does(request -> request.response().setStatusCode(401).end("{}"));
    assertEquals(1, check(crm("")));
    assertTrue(
        said.toString().contains("source         crm does not accept our credentials"),
        said.toString());
  }

  @Test
  void theOperatorsOwnFileLiesBesideTheConfiguration() throws IOException {
    Files.createDirectories(folder.resolve("connectors"));
    Files.writeString(folder.resolve("connectors/shop.yaml"), """
        name: shop
        source:
          steps:
            - name: found
              path: '"/people/" & $encodeUrlComponent($email)'
          map: "[]"
        """);
    assertEquals(
        0, check("  shop:\n    kind: rest\n    connector: shop\n    url: " + system.url() + "\n"));
    assertEquals("/people/nobody%40shopbell.invalid", system.asked().get(0));
  }

  @Test
  void whatNothingKnowsIsNamedWithTheNearest() throws IOException {
    Files.createDirectories(folder.resolve("connectors"));
    Files.writeString(folder.resolve("connectors/own.yaml"), """
        name: own
        door:
          map: |
            {
              "type": "shopbell.interaction.rining",
              "data": {"interaction": $strng(body.id), "queue": "sales", "cause": "mised"}
            }
        """);
    assertEquals(1, check("""
          {}
        queues: {support: {reasons: delivery}, sales: {reasons: offer}}
        ingress:
          pbx: {kind: mapped, map: own, queue: suport}
        """));
    says(
        "ingress.pbx.queue: no agent works in the queue suport; did you mean support?",
        "own.yaml line 5, column 15: there is no type shopbell.interaction.rining;"
            + " did you mean shopbell.interaction.ringing?",
        "own.yaml line 6, column 31: there is no function $strng; did you mean $string?",
        "own.yaml line 6, column 75: cause mised is none that is known; did you mean missed?");
  }

  private void says(String... unknown) {
    for (String line : unknown) {
      assertTrue(said.toString().contains("unknown        " + line), said.toString());
    }
    assertEquals(
        unknown.length,
        said.toString().lines().filter(line -> line.startsWith("unknown")).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: hubspott|sources.crm.kind: there is no hubspott; did you mean hubspot?",
        "kind: rest|sources.crm.connector: there is no crm",
        "kind: placetel|sources.crm.kind: placetel is no source, only a door",
        "kind: hubspot|sources.crm.url is an address such as https://tickets.example.org",
        "kind: hubspot, url: 'http://crm.example.org', token: t|sources.crm.url sends secrets in the open",
        "kind: hubspot, url: 'https://crm.example.org'|sources.crm.token is missing",
        "kind: hubspot, url: 'https://crm.example.org', user: u|sources.crm.password is missing",
        "kind: hubspot, url: 'https://u:p@crm.example.org', token: t|sources.crm.url is an address",
        "kind: hubspot, url: 'https://crm.example.org', token: t, budget: 5|sources.crm.budget is a span such as 800ms",
        "kind: hubspot, url: 'https://crm.example.org', token: t, budget: 20s|sources.crm.budget is not longer than",
        "kind: hubspot, url: 'https://crm.example.org', token: t, perSecond: 0|sources.crm.perSecond is a number from 1",
        "kind: hubspot, url: 'https://crm.example.org', token: t, tokn: t|unknown key sources.crm.tokn; did you mean sources.crm.token?",
      })
  void aMistakeIsNamedWithWhatToDo(String keys, String says) throws IOException {
    assertEquals(1, check("  crm: {" + keys + "}\n"));
    assertTrue(said.toString().contains(says), said.toString());
  }
}
