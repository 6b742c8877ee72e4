package shopbell.store.journey;

import static shopbell.store.sql.Columns.utc;

import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import shopbell.json.Json;
import shopbell.model.CustomerKind;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.event.Visit;
import shopbell.model.event.Visitor;

/**
 * A batch of visits sorted into the rows they become, each once and in a fixed order: two transactions lock the same
 * rows in the same order.
 */
final class VisitRows {
  /** A person of the journey; {@code handle} is the signed-in id as a handle of another system. */
  record Person(UUID id, String externalId, Optional<Handle> handle, Instant at) {}

  /** A handle of a person; {@code proven} when the visitor was signed in. */
  record VisitLink(UUID person, Handle handle, Instant at) {}

  /** The unique key of a link within a statement. */
  private record LinkKey(UUID person, HandleKind kind, String value) {}

  /** Values stated about {@code person}, later ones before earlier ones. */
  record VisitRow(UUID person, Optional<String> name, Map<String, String> attributes, Instant at) {}

  private static final Comparator<Visit.VisitStep> AGE = Comparator.comparing(Visit.VisitStep::at);

  private final Map<String, Visit.VisitStep> steps = new LinkedHashMap<>();
  private final Map<UUID, Person> people = new TreeMap<>();
  private final Map<LinkKey, VisitLink> links = new LinkedHashMap<>();
  private final Map<UUID, VisitRow> said = new TreeMap<>();
  private final Map<UUID, Visit.Grouped> companies = new TreeMap<>();
  private final Map<UUID, UUID> members = new TreeMap<>();
  private final Map<String, UUID> users = new HashMap<>();

  private final Optional<String> userIds;

  VisitRows(List<Visit> visits, Optional<String> userIds) {
    this.userIds = userIds;
    visits.forEach(this::add);
  }

  private void add(Visit visit) {
    Visitor who = visit.who();
    Optional<UUID> person = who.user().map(user -> user(user, who.proven(), visit.at()));
    if (person.isPresent()) {
      who.cookie().ifPresent(cookie -> cookie(person.get(), cookie, who.proven(), visit.at()));
    }
    if (visit instanceof Visit.VisitStep visitStep) {
      steps.putIfAbsent(visitStep.id(), visitStep);
    } else if (visit instanceof Visit.Identified words) {
      person.or(() -> guest(words)).ifPresent(id -> said(id, words));
    } else if (visit instanceof Visit.Joined join) {
      joined(person.orElseThrow(), join);
    } else if (visit instanceof Visit.Grouped group) {
      UUID company = uuid("group:" + group.group());
      companies.merge(company, group, (a, b) -> b.name().isPresent() ? b : a);
      person.ifPresent(id -> members.put(id, company));
    }
  }

  private UUID user(String user, boolean proven, Instant at) {
    UUID id = users.computeIfAbsent(user, VisitRows::uuid);
    Handle signedIn = user.contains("@")
        ? new Handle(HandleKind.EMAIL, user.toLowerCase(Locale.ROOT), proven, false)
        : new Handle(HandleKind.CUSTOMER_NUMBER, user, proven, false);
    if (people.put(id, new Person(id, user, Optional.of(signedIn), at)) == null || proven) {
      link(id, signedIn, at);
      userIds.ifPresent(system ->
          link(id, new Handle(HandleKind.EXTERNAL, system + ":" + user, proven, false), at));
    }
    return id;
  }

  private void cookie(UUID person, String cookie, boolean proven, Instant at) {
    link(person, new Handle(HandleKind.COOKIE, cookie, proven, false), at);
    earlier(person, "cookie:" + cookie, proven, at);
  }

  /** A visitor who is not signed in, but has left a name, a number or an address, is recognised by it. */
  private Optional<UUID> guest(Visit.Identified words) {
    if (words.handles().isEmpty() && words.name().isEmpty()) {
      return Optional.empty();
    }
    String cookie = words.who().cookie().orElseThrow();
    UUID id = uuid("cookie:" + cookie);
    people.putIfAbsent(id, new Person(id, "cookie:" + cookie, Optional.empty(), words.at()));
    link(id, Handle.of(HandleKind.COOKIE, cookie), words.at());
    return Optional.of(id);
  }

  private void said(UUID person, Visit.Identified words) {
    words.handles().forEach(handle -> link(person, handle, words.at()));
    Optional<String> name = words
        .name()
        .or(() -> words.handles().stream()
            .filter(h -> h.kind() == HandleKind.EMAIL)
            .map(Handle::value)
            .findFirst());
    said.merge(
        person,
        new VisitRow(person, name, words.attributes(), words.at()),
        (a, b) -> a.at().isAfter(b.at()) ? over(a, b) : over(b, a));
  }

  private static VisitRow over(VisitRow later, VisitRow earlier) {
    Map<String, String> attributes = new LinkedHashMap<>(earlier.attributes());
    attributes.putAll(later.attributes());
    return new VisitRow(later.person(), later.name().or(earlier::name), attributes, later.at());
  }

  private void joined(UUID person, Visit.Joined join) {
    boolean proven = join.who().proven();
    cookie(person, join.previous(), proven, join.at());
    if (proven) {
      // the earlier id may be that of another signed-in person: a page alone must not take it over
      earlier(person, join.previous(), true, join.at());
    }
  }

  /** Links what was stored under an earlier id with this person, as a foreign id that may be proven. */
  private void earlier(UUID person, String externalId, boolean proven, Instant at) {
    String foreign = Visit.SYSTEM + ":" + externalId;
    link(person, new Handle(HandleKind.EXTERNAL, foreign, proven, false), at);
  }

  private void link(UUID person, Handle handle, Instant at) {
    links.merge(
        new LinkKey(person, handle.kind(), handle.value()),
        new VisitLink(person, handle, at),
        (past, later) ->
            past.handle().verified() ? new VisitLink(person, past.handle(), at) : later);
  }

  static UUID uuid(String externalId) {
    return new ExternalId(Visit.SYSTEM, externalId).uuid();
  }

  Collection<Visit.VisitStep> steps() {
    return steps.values();
  }

  boolean nobody() {
    return people.isEmpty() && companies.isEmpty();
  }

  Tuple people() {
    List<Person> all = new ArrayList<>(people.values());
    companies.forEach((id, group) ->
        all.add(new Person(id, "group:" + group.group(), Optional.empty(), group.at())));
    return Tuple.tuple()
        .addArrayOfUUID(array(all, Person::id, UUID[]::new))
        .addArrayOfString(array(all, Person::externalId, String[]::new))
        .addArrayOfString(array(
            all,
            p -> (companies.containsKey(p.id()) ? CustomerKind.COMPANY : CustomerKind.PERSON)
                .toString(),
            String[]::new))
        .addArrayOfString(array(
            all,
            p -> Optional.ofNullable(companies.get(p.id()))
                .map(group -> group.name().orElse(group.group()))
                .orElse(p.externalId()),
            String[]::new))
        .addArrayOfOffsetDateTime(array(all, p -> utc(p.at()), OffsetDateTime[]::new));
  }

  Tuple handles() {
    Collection<VisitLink> all = links.values();
    return Tuple.tuple()
        .addArrayOfString(array(all, l -> l.handle().kind().toString(), String[]::new))
        .addArrayOfString(array(all, l -> l.handle().value(), String[]::new))
        .addArrayOfUUID(array(all, VisitLink::person, UUID[]::new))
        .addArrayOfBoolean(array(all, l -> l.handle().verified(), Boolean[]::new))
        .addArrayOfOffsetDateTime(array(all, l -> utc(l.at()), OffsetDateTime[]::new));
  }

  Optional<Tuple> said() {
    Collection<VisitRow> all = said.values();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(Tuple.tuple()
            .addArrayOfUUID(array(all, VisitRow::person, UUID[]::new))
            .addArrayOfString(array(all, s -> s.name().orElse(null), String[]::new))
            .addArrayOfString(array(all, s -> Json.write(s.attributes()), String[]::new))
            .addArrayOfOffsetDateTime(array(all, s -> utc(s.at()), OffsetDateTime[]::new)));
  }

  Optional<Tuple> memberships() {
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(Tuple.tuple()
            .addArrayOfUUID(members.keySet().toArray(UUID[]::new))
            .addArrayOfUUID(members.values().toArray(UUID[]::new)));
  }

  /** The steps as columns, with the cookie where no user was signed in. */
  Tuple stepColumns() {
    Collection<Visit.VisitStep> all = steps.values();
    return Tuple.tuple()
        .addArrayOfUUID(array(all, s -> stepId(s.id()), UUID[]::new))
        .addArrayOfOffsetDateTime(array(all, s -> utc(s.at()), OffsetDateTime[]::new))
        .addArrayOfUUID(array(all, s -> s.who().user().map(users::get).orElse(null), UUID[]::new))
        .addArrayOfString(array(all, VisitRows::anonymous, String[]::new))
        .addArrayOfString(array(all, Visit.VisitStep::channel, String[]::new))
        .addArrayOfString(array(all, Visit.VisitStep::name, String[]::new))
        .addArrayOfString(array(all, s -> Json.texts(s.properties()), String[]::new))
        .addArrayOfString(array(all, s -> s.outcome().orElse(null), String[]::new))
        .addOffsetDateTime(utc(Collections.min(all, AGE).at()))
        .addOffsetDateTime(utc(Collections.max(all, AGE).at()));
  }

  private static String anonymous(Visit.VisitStep visitStep) {
    return visitStep.who().user().isPresent() ? null : visitStep.who().cookie().orElseThrow();
  }

  static UUID stepId(String messageId) {
    return UUID.nameUUIDFromBytes(
        (Visit.SYSTEM + "\n" + messageId).getBytes(StandardCharsets.UTF_8));
  }

  private static <T, V> V[] array(Collection<T> all, Function<T, V> column, IntFunction<V[]> make) {
    return all.stream().map(column).toArray(make);
  }
}
