package shopbell.ingress;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import shopbell.config.Settings;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/**
 * The recent requests at each door: in memory only, because payloads are personal and must vanish with the process; at
 * most 50 a door, none larger than 64 KiB, each only for its retention time. Requests that were not admitted are logged
 * apart, without their payload, so that a stranger cannot push out the others. Thread-safe.
 */
public final class RequestLog {
  private static final int MOST = 50;
  private static final int MOST_STRANGE = 10;
  private static final int MOST_BYTES = 64 * 1024;
  private static final int RADIX = 36;
  private static final Set<String> SECRET =
      Set.of("authorization", "cookie", "proxy-authorization");

  private final Duration keep;
  private final String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), RADIX);
  private final AtomicLong next = new AtomicLong();
  private volatile Runnable changed = () -> {};
  private final Map<String, Book> books = new ConcurrentHashMap<>();

  /** Payloads are deleted after {@code keep}; zero keeps none. */
  public RequestLog(Duration keep) {
    this.keep = keep;
  }

  /** As long as {@code ingress.keepPayloadsMinutes} says. */
  public static RequestLog of(Settings settings) {
    return new RequestLog(settings.minutesOrNone("ingress.keepPayloadsMinutes"));
  }

  /** The statistics of a door. {@code counts} are by result, since the start. */
  public record Tally(Optional<Instant> last, Map<String, Long> counts) {}

  /** Registers {@code listener} for each change of any door's log; it must not block. */
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /** The handles left out of its {@code events} are logged in place of a refusal's reason. */
  void kept(
      String door,
      DoorRequest request,
      int events,
      List<EventIntake.Warning> warnings,
      Instant now) {
    String result = events == 0 ? "nothing" : "kept";
    String leftOut = warnings.stream()
        .map(warning -> warning.kind() + " " + warning.detail())
        .distinct()
        .collect(Collectors.joining("; "));
    book(door).add(new LoggedRequest(id(), now, stored(request), result, leftOut, events));
    changed.run();
  }

  /** {@code admitted} is whether its sender had valid credentials. */
  void failed(String door, DoorRequest request, Throwable failure, boolean admitted) {
    Optional<DoorRequest> payload = admitted ? stored(request) : Optional.empty();
    LoggedRequest loggedRequest =
        new LoggedRequest(id(), request.receivedAt(), payload, result(failure), reason(failure), 0);
    if (admitted) {
      book(door).add(loggedRequest);
    } else {
      book(door).addStrange(loggedRequest);
    }
    changed.run();
  }

  /** Newest first. */
  public List<LoggedRequest> of(String door) {
    return book(door).all();
  }

  /** Empty when it is no longer logged. */
  public Optional<LoggedRequest> find(String door, String id) {
    return of(door).stream()
        .filter(loggedRequest -> loggedRequest.id().equals(id))
        .findFirst();
  }

  /** All zero for a door without requests. */
  public Tally tally(String door) {
    return book(door).tally();
  }

  /** To be called every minute. */
  public void forget(Instant now) {
    forgetBefore(now.minus(keep));
  }

  /** Deletes every payload, because it is unknown which customer each is about. */
  public void forgetAll() {
    forgetBefore(Instant.MAX);
  }

  private void forgetBefore(Instant before) {
    long changedBooks =
        books.values().stream().filter(book -> book.forget(before)).count();
    if (changedBooks > 0) {
      changed.run();
    }
  }

  private Book book(String door) {
    return books.computeIfAbsent(door, name -> new Book());
  }

  private String id() {
    return run + "-" + next.incrementAndGet();
  }

  private Optional<DoorRequest> stored(DoorRequest request) {
    if (keep.isZero() || request.body().length() > MOST_BYTES) {
      return Optional.empty();
    }
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
    SECRET.forEach(headers::remove);
    return Optional.of(
        new DoorRequest(request.url(), headers, request.body(), request.receivedAt()));
  }

  private static String result(Throwable failure) {
    return failure instanceof Unavailable
        ? "unavailable"
        : failure instanceof Rejected ? "refused" : "failed";
  }

  private static String reason(Throwable failure) {
    if (!(failure instanceof Rejected rejected)) {
      return failure instanceof Unavailable ? "The store is not reachable." : "";
    }
    return rejected.errors().stream()
        .findFirst()
        .map(error -> error.pointer() + " " + error.detail())
        .orElseGet(rejected::getMessage);
  }

  /** The log of one door. */
  private static final class Book {
    private final Deque<LoggedRequest> known = new ArrayDeque<>();
    private final Deque<LoggedRequest> strange = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private Optional<Instant> last = Optional.empty();

    synchronized void add(LoggedRequest loggedRequest) {
      count(loggedRequest);
      known.addFirst(loggedRequest);
      if (known.size() > MOST) {
        known.removeLast();
      }
    }

    synchronized void addStrange(LoggedRequest loggedRequest) {
      count(loggedRequest);
      strange.addFirst(loggedRequest);
      if (strange.size() > MOST_STRANGE) {
        strange.removeLast();
      }
    }

    private void count(LoggedRequest loggedRequest) {
      last = Optional.of(loggedRequest.at());
      counts.merge(loggedRequest.result(), 1L, Long::sum);
    }

    synchronized List<LoggedRequest> all() {
      List<LoggedRequest> all = new ArrayList<>(known);
      all.addAll(strange);
      all.sort(Comparator.comparing(LoggedRequest::at).reversed());
      return all;
    }

    synchronized Tally tally() {
      return new Tally(last, Map.copyOf(counts));
    }

    /** Whether there was a payload to delete. */
    synchronized boolean forget(Instant before) {
      List<LoggedRequest> all = List.copyOf(known);
      known.clear();
      all.forEach(logged -> known.addLast(outdated(logged, before) ? logged.forgotten() : logged));
      return all.stream().anyMatch(logged -> outdated(logged, before));
    }

    private static boolean outdated(LoggedRequest logged, Instant before) {
      return logged
          .request()
          .filter(request -> request.receivedAt().isBefore(before))
          .isPresent();
    }
  }
}
