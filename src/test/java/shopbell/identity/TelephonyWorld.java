package shopbell.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import shopbell.identity.HandleEvidence.Hold;
import shopbell.identity.HandleEvidence.Ties;
import shopbell.model.CustomerKind;
import shopbell.model.HandleKind;

/**
 * The true owners of numbers, the records' numbers, and the stored calls: the two drift apart as in life. Shares are
 * assumptions, all stated here.
 */
final class TelephonyWorld {
  static final Instant BEGIN = Instant.parse("2023-01-01T00:00:00Z");
  static final int DAYS = 3 * 365;

  /** Of the people a number can be handed to, so many in a hundred are customers too. */
  private static final int PENETRATION = 5;

  private static final int WRONG_IN_THOUSAND = 15;
  private static final int VERIFIED_PERCENT = 20;
  private static final int ON_RECORD_PERCENT = 85;
  private static final int LANDLINE_USERS_PERCENT = 35;
  private static final int FAMILY_PERCENT = 10;
  private static final int HANDED_ON_PER_YEAR_PERCENT = 4;
  private static final int QUARANTINE_DAYS = 90;
  private static final int RECORD_CORRECTED_PERCENT = 70;

  /** A number as a record has it. */
  private static final class Held {
    final int customer;
    final Instant since;
    final boolean verified;
    int chosen;

    Held(int customer, Instant since, boolean verified) {
      this.customer = customer;
      this.since = since;
      this.verified = verified;
    }
  }

  /** A number that is unassigned until a day. */
  private record Resting(String number, int until) {}

  /** The stored history of one customer. */
  private static final class Past {
    final List<Instant> contacts = new ArrayList<>();
    final Map<String, List<Instant>> byNumber = new HashMap<>();
    int tickets;
    boolean parcel;
    Optional<Instant> abandoned = Optional.empty();
  }

  final SplittableRandom random;
  private final int customers;
  private final int companies;
  private final Map<String, List<Held>> records = new HashMap<>();
  private final Map<Integer, String> mobile = new HashMap<>();
  private final Map<Integer, String> landline = new HashMap<>();
  private final Set<Integer> fromHome = new HashSet<>();
  private final Map<Integer, Integer> employer = new HashMap<>();
  private final Map<Integer, Past> pasts = new HashMap<>();
  private final List<String> strangers = new ArrayList<>();
  private final ArrayDeque<Resting> resting = new ArrayDeque<>();
  private int next = 10_000_000;

  TelephonyWorld(long seed, int customers) {
    random = new SplittableRandom(seed);
    this.customers = customers;
    this.companies = customers / 40;
    for (int i = 0; i < customers; i++) {
      settle(i);
    }
    for (int i = 0; i < customers / 2; i++) {
      strangers.add(fresh());
    }
    wrongNumbers();
  }

  private void settle(int one) {
    boolean family = one > 0 && percent(FAMILY_PERCENT);
    landline.put(one, family ? landline.get(one - 1) : fresh());
    mobile.put(one, fresh());
    if (percent(15)) {
      employer.put(one, random.nextInt(companies));
    }
    Instant since = BEGIN.minus(Duration.ofDays(random.nextInt(2_000)));
    if (percent(ON_RECORD_PERCENT)) {
      hold(mobile.get(one), one, since);
    }
    if (percent(LANDLINE_USERS_PERCENT)) {
      fromHome.add(one);
      if (percent(ON_RECORD_PERCENT)) {
        hold(landline.get(one), one, since);
      }
    }
  }

  private void hold(String number, int customer, Instant since) {
    records
        .computeIfAbsent(number, n -> new ArrayList<>())
        .add(new Held(customer, since, percent(VERIFIED_PERCENT)));
  }

  /** A mistyped digit: the record has another person's number, who rarely is a customer. */
  private void wrongNumbers() {
    for (int i = 0; i < customers; i++) {
      if (random.nextInt(1_000) < WRONG_IN_THOUSAND) {
        records
            .computeIfAbsent(anybodys(), n -> new ArrayList<>())
            .add(new Held(i, BEGIN.minus(Duration.ofDays(random.nextInt(2_000))), false));
      }
    }
  }

  /** A number of the population: a customer's, one of a caller who is no customer, or one that never calls. */
  private String anybodys() {
    if (percent(PENETRATION)) {
      return mobile.get(random.nextInt(customers));
    }
    return aCaller() ? strangers.get(random.nextInt(strangers.size())) : fresh();
  }

  /** A day's share of a year's changes: numbers are given up, and reassigned months later. */
  void day(int day) {
    double changes = customers * HANDED_ON_PER_YEAR_PERCENT / 100.0 / 365;
    for (int i = 0; i < changes || random.nextDouble() < changes - i; i++) {
      int old = random.nextInt(customers);
      resting.add(new Resting(mobile.get(old), day + QUARANTINE_DAYS));
      mobile.put(old, fresh());
      if (percent(RECORD_CORRECTED_PERCENT)) {
        hold(mobile.get(old), old, at(day));
      }
    }
    while (!resting.isEmpty() && resting.peek().until() <= day) {
      handOn(resting.remove().number(), day);
    }
  }

  private void handOn(String number, int day) {
    if (percent(PENETRATION)) {
      int heir = random.nextInt(customers);
      mobile.put(heir, number);
      if (percent(RECORD_CORRECTED_PERCENT)) {
        hold(number, heir, at(day).plus(Duration.ofDays(random.nextInt(365))));
      }
    } else if (aCaller()) {
      strangers.set(random.nextInt(strangers.size()), number);
    }
  }

  /** A caller who is no customer: half as many as there are customers, of the whole population. */
  private boolean aCaller() {
    return random.nextInt(200) < PENETRATION;
  }

  static Instant at(int day) {
    return BEGIN.plus(Duration.ofDays(day));
  }

  /** A call: the number shown (empty when withheld), and the true caller (empty for a stranger). */
  record Call(Optional<String> number, Optional<Integer> who, Optional<Integer> company) {}

  Call call(Instant now) {
    if (percent(15)) {
      String number = strangers.get(random.nextInt(strangers.size()));
      return new Call(Optional.of(number), Optional.empty(), Optional.empty());
    }
    // some call often, most rarely
    int who = (int) (customers * Math.pow(random.nextDouble(), 2));
    because(who, now);
    if (percent(8)) {
      return new Call(Optional.empty(), Optional.of(who), Optional.empty());
    }
    if (employer.containsKey(who) && percent(50)) {
      return new Call(Optional.empty(), Optional.of(who), Optional.of(employer.get(who)));
    }
    String number = fromHome.contains(who) && percent(60) ? landline.get(who) : mobile.get(who);
    return new Call(Optional.of(number), Optional.of(who), Optional.empty());
  }

  /** Callers have more open than others have. */
  private void because(int who, Instant now) {
    Past past = past(who);
    past.tickets = percent(40) ? 1 : 0;
    past.parcel = percent(10);
    past.abandoned = percent(5) ? Optional.of(now.minus(Duration.ofMinutes(50))) : Optional.empty();
    Past other = past(random.nextInt(customers));
    other.tickets = percent(5) ? 1 : other.tickets;
  }

  /** What the store would say of this number. */
  List<HandleEvidence> evidence(String number, Instant now) {
    List<Held> holders = records.getOrDefault(number, List.of()).stream()
        .filter(held -> !held.since.isAfter(now))
        .toList();
    return holders.stream()
        .map(held -> new HandleEvidence(
            id(held.customer),
            id(held.customer),
            "",
            CustomerKind.PERSON,
            hold(number, held, (int)
                holders.stream().map(h -> h.customer).distinct().count()),
            ties(held)))
        .toList();
  }

  /** A company's block has been called from; it is the only evidence there is. */
  static List<HandleEvidence> block(int company) {
    UUID id = id(-1 - company);
    return List.of(new HandleEvidence(
        id,
        id,
        "",
        CustomerKind.COMPANY,
        new Hold(HandleKind.PHONE, "", false, false, true, true, 1, 0, 0, Optional.empty(), BEGIN),
        new Ties(3, Optional.empty(), BEGIN, 0, false, false, Optional.empty())));
  }

  private Hold hold(String number, Held held, int holders) {
    List<Instant> calls = past(held.customer).byNumber.getOrDefault(number, List.of());
    return new Hold(
        HandleKind.PHONE,
        number,
        held.verified,
        false,
        false,
        false,
        holders,
        held.chosen,
        calls.size(),
        calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1)),
        held.since);
  }

  private Ties ties(Held held) {
    Past past = past(held.customer);
    Optional<Instant> last = past.contacts.isEmpty()
        ? Optional.empty()
        : Optional.of(past.contacts.get(past.contacts.size() - 1));
    Instant active = last.filter(at -> at.isAfter(held.since)).orElse(held.since);
    return new Ties(
        Math.min(50, past.contacts.size()),
        last,
        active,
        past.tickets,
        past.parcel,
        false,
        past.abandoned);
  }

  /** The call was talked through, and is remembered as this customer's. */
  void remember(int customer, Optional<String> number, Instant now) {
    Past past = past(customer);
    past.contacts.add(now);
    number.ifPresent(
        n -> past.byNumber.computeIfAbsent(n, x -> new ArrayList<>()).add(now));
  }

  /** An agent chose the customer. */
  void chosen(int customer, String number, Instant now) {
    List<Held> holders = records.computeIfAbsent(number, n -> new ArrayList<>());
    Held held = holders.stream().filter(h -> h.customer == customer).findFirst().orElseGet(() -> {
      Held learned = new Held(customer, now, false);
      holders.add(learned);
      return learned;
    });
    held.chosen++;
  }

  static UUID id(int customer) {
    return new UUID(7, customer);
  }

  private Past past(int customer) {
    return pasts.computeIfAbsent(customer, c -> new Past());
  }

  private String fresh() {
    return "+4915" + next++;
  }

  boolean percent(int of100) {
    return random.nextInt(100) < of100;
  }
}
