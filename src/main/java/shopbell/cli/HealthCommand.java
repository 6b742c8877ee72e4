package shopbell.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import shopbell.config.ListenAddress;
import shopbell.config.Settings;

/** Checks whether the server on this machine with the same configuration accepts calls; for an image without curl. */
@Command(
    name = "health",
    description =
        "Check whether the server on this machine accepts calls: exit 0 if it does, else 1.",
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @CommandLine.Mixin
  private ConfigOption config;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    URI ready = ready(config.read());
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(PATIENCE).build();
    HttpClient client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(PATIENCE)
        .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      out.println(answer.body());
      return answer.statusCode() == 200 ? 0 : 1;
    } catch (IOException e) {
      out.println("no answer at " + ready);
      return 1;
    }
  }

  /** A server bound to any address is reachable on loopback too. */
  private static URI ready(Settings settings) {
    ListenAddress management = ListenAddress.of(settings, "management");
    return URI.create(management.url(management.port()) + "/health/ready");
  }
}
