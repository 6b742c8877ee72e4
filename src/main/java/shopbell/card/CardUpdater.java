package shopbell.card;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import shopbell.SourceModule;
import shopbell.desk.Desk;
import shopbell.identity.CustomerMatcher;
import shopbell.identity.PhoneNumbers;
import shopbell.interaction.EventStore;
import shopbell.interaction.InteractionsByCustomer;
import shopbell.interaction.OpenInteraction;
import shopbell.interaction.OpenInteractions;
import shopbell.interaction.Recipients;
import shopbell.interaction.UnassignedInteractions;
import shopbell.metrics.Meters;
import shopbell.model.Handle;
import shopbell.model.card.Card;
import shopbell.model.card.SourceState;
import shopbell.model.card.SourceStatus;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.scheduling.ConflatingQueue;
import shopbell.scheduling.SoftDeadline;
import shopbell.training.ReasonTraining;

/** From an interaction to the card on the desk: who is it, what do we know, what does it mean. Thread-safe. */
public final class CardUpdater {
  /** The rooms a card comes through. */
  public record Rooms(
      Recipients addressees,
      CustomerMatcher identifier,
      EventStore ledger,
      TracedCardSteps traced,
      ReasonTraining learning,
      ActiveNotices notices,
      SourceModule inquiries,
      Desk desk) {}

  private final Rooms rooms;
  private final CompanyActivity companyActivity = new CompanyActivity();
  private volatile BooleanSupplier others = () -> false;
  private final ConflatingQueue conflatingQueue = new ConflatingQueue();
  private final InteractionsByCustomer interactionsByCustomer = new InteractionsByCustomer();
  private final OpenInteractions open = new OpenInteractions();
  private final SoftDeadline softDeadline;
  private final FallbackCards fallbackCards;
  private final CardLoader cardLoader;
  private final UnassignedInteractions unassignedInteractions;
  private final RelatedCards relatedCards;

  public CardUpdater(Rooms rooms, SoftDeadline softDeadline, Meters meters, InstantSource clock) {
    this.rooms = rooms;
    this.softDeadline = softDeadline;
    this.fallbackCards = new FallbackCards(rooms.traced(), clock);
    this.cardLoader = new CardLoader(rooms, open, fallbackCards, meters, clock);
    this.relatedCards = new RelatedCards(open, softDeadline, this::again);
    cardLoader.onLinked(this::linked);
    this.unassignedInteractions = new UnassignedInteractions(open, rooms.desk(), rooms.ledger(), clock);
    rooms
        .inquiries()
        .sources()
        .onChange(
            customer -> relatedCards.answered(touched(customer), false),
            customer -> relatedCards.answered(touched(customer), true));
    rooms
        .desk()
        .onArrival(ids -> softDeadline.shown(Future.join(ids.stream().map(this::again).toList())));
  }

  /** Completes when the desk shows {@code trackedInteraction}; an older revision than what is shown already is passed over. */
  public Future<Void> kept(TrackedInteraction trackedInteraction, Instant receivedAt) {
    return show(OpenInteraction.of(trackedInteraction, receivedAt, true, true));
  }

  /** The same of what another node has kept: here it is built when somebody sees it. */
  public void heard(TrackedInteraction trackedInteraction, Instant receivedAt) {
    rooms.ledger().heard(trackedInteraction);
    UUID id = trackedInteraction.interaction().id();
    if (current(id).filter(known -> known.revision() >= trackedInteraction.revision()).isEmpty()) {
      show(OpenInteraction.of(trackedInteraction, receivedAt, true, false));
    }
  }

  /** The same for an interaction that could not be kept: the agent sees at least that it rings. */
  public void notKept(TrackedInteraction trackedInteraction, Instant receivedAt) {
    show(OpenInteraction.of(trackedInteraction, receivedAt, false, true));
  }

  /** Begins to read of a contact that is still being kept, so that its card is ready as soon as it is. */
  public void ahead(TrackedInteraction trackedInteraction) {
    if (!others.getAsBoolean()
        || rooms.desk().concernsAnybody(rooms.addressees().named(trackedInteraction))) {
      cardLoader.ahead(trackedInteraction);
    }
  }

  /** From now on a card that nobody here sees is left to the {@code others}, while there are any. */
  public void among(BooleanSupplier others) {
    this.others = others;
  }

  /** What is known of an interaction that is not over, kept or not. */
  public Optional<TrackedInteraction> current(UUID interaction) {
    return open.course(interaction);
  }

  /** The newest of the contacts whose sender's id is that of {@code first}. */
  public Optional<TrackedInteraction> newest(UUID first) {
    return open.newest(first);
  }

  /** Builds the cards of these customers anew, also those that are on their way to the desk just now. */
  public void changed(Collection<UUID> customers) {
    cardLoader.changes().of(customers);
    customers.forEach(customer -> open.of(customer).forEach(this::anew));
  }

  /** Builds the cards anew that came by one of {@code handles}: somebody has become known. */
  public void known(List<Handle> handles) {
    cardLoader.changes().by(handles);
    open.those(shown -> rooms.identifier().handles(shown.course()).stream()
            .anyMatch(h -> handles.stream().anyMatch(h::sameAs)))
        .forEach(this::anew);
  }

  /** Builds every card anew. */
  public void all() {
    cardLoader.changes().ofAll();
    open.all().forEach(this::anew);
  }

  /** A caller whom nobody knows is asked about by the contact's own id. */
  private List<UUID> touched(UUID customer) {
    if (open.find(customer).isPresent()) {
      return List.of(customer);
    }
    cardLoader.changes().of(Set.of(customer));
    return interactionsByCustomer.about(customer);
  }

  /** The interactions that are not over, with what is known of each. */
  public OpenInteractions open() {
    return open;
  }

  /** Another node has found out who is on the line. */
  public void heard(CompanyActivity.Word word) {
    companyActivity.heard(word).ifPresent(relatedCards::again);
  }

  /** Who is on the line, as far as it is known here. */
  public CompanyActivity lines() {
    return companyActivity;
  }

  private Future<Void> show(OpenInteraction newer) {
    open.take(newer);
    return again(newer.course().interaction().id());
  }

  /** Forgets what is over for good. */
  public void forget(UUID interaction) {
    open.forget(interaction);
    rooms.inquiries().callers().forget(interaction);
    rooms.learning().forget(interaction);
  }

  /** Something about its customer has changed: who it is and what is known are read again. */
  public void anew(UUID interaction) {
    open.update(interaction, shown -> shown.read(Optional.empty()));
    again(interaction);
  }

  private Future<Void> again(UUID interaction) {
    return conflatingQueue.ask(interaction, () -> build(interaction));
  }

  private Future<Void> build(UUID interaction) {
    return open.find(interaction).map(this::build).orElseGet(Future::succeededFuture);
  }

  private Future<Void> build(OpenInteraction now) {
    UUID interaction = now.course().interaction().id();
    fallbackCards.seen(interaction);
    TrackedInteraction trackedInteraction = rooms.addressees().named(now.course());
    if (trackedInteraction.interaction().state() == InteractionState.CLOSED) {
      return closed(trackedInteraction, now);
    }
    if ((!now.ours() || others.getAsBoolean()) && rooms.desk().shelved(trackedInteraction)) {
      interactionsByCustomer.over(interaction);
      return linked(trackedInteraction, now);
    }
    return cardLoader
        .moved(trackedInteraction, now)
        .map(Future::succeededFuture)
        .orElseGet(() -> softDeadline.or(
            cardLoader.read(trackedInteraction, now),
            () -> rooms.desk().put(trackedInteraction, joined(fallbackCards.early(trackedInteraction, now)))))
        .onSuccess(card -> put(trackedInteraction, card))
        .mapEmpty();
  }

  private Future<Void> closed(TrackedInteraction trackedInteraction, OpenInteraction now) {
    UUID interaction = trackedInteraction.interaction().id();
    siblings(interaction, InteractionState.CLOSED);
    interactionsByCustomer.over(interaction);
    rooms.inquiries().callers().forget(interaction);
    rooms.desk().put(trackedInteraction, fallbackCards.bare(trackedInteraction, now, CustomerMatch.unknown(List.of()), SourceState.FRESH));
    companyActivity.found(CompanyActivity.ended(interaction), relatedCards::again);
    return linked(trackedInteraction, now);
  }

  private Future<Void> linked(TrackedInteraction trackedInteraction, OpenInteraction now) {
    return unassignedInteractions.take(trackedInteraction.interaction().id())
        ? cardLoader.whose(trackedInteraction, now)
        : Future.succeededFuture();
  }

  /** The card is out before anybody else is asked. */
  private void put(TrackedInteraction trackedInteraction, Card card) {
    UUID id = trackedInteraction.interaction().id();
    InteractionState interactionState = trackedInteraction.interaction().state();
    Optional<InteractionState> before =
        rooms.desk().card(id).flatMap(Card::interaction).map(Interaction::state);
    rooms.traced().push(trackedInteraction, joined(card));
    companyActivity.found(CompanyActivity.of(card), relatedCards::again);
    if (!before.equals(Optional.of(interactionState))) {
      siblings(id, interactionState);
    }
    boolean rings = interactionState == InteractionState.RINGING && !before.equals(Optional.of(interactionState));
    Optional<UUID> customer = card.customer().map(Customer::id);
    boolean other = customer.filter(who -> interactionsByCustomer.now(id, who)).isPresent();
    rooms.inquiries().begin(id, customer, other || rings);
  }

  /** Cards that were read before the store knew this contact's customer show it now. */
  private void linked(UUID interaction, UUID customer) {
    List<UUID> others =
        open.of(customer).stream().filter(id -> !id.equals(interaction)).toList();
    if (!others.isEmpty()) {
      cardLoader.changes().of(Set.of(customer));
      relatedCards.anew(others);
    }
  }

  /** The customer's other cards say how this contact goes: somebody talks, it has ended, it was wrapped up. */
  private void siblings(UUID interaction, InteractionState interactionState) {
    if (interactionState != InteractionState.QUEUED && interactionState != InteractionState.RINGING) {
      relatedCards.anew(interactionsByCustomer.others(interaction));
    }
  }

  /** Whom the card of {@code interaction} names. */
  Optional<UUID> customer(UUID interaction) {
    return rooms.desk().card(interaction).flatMap(Card::customer).map(Customer::id);
  }

  /** Every source is asked anew about whom {@code interaction} is with; completes before they answer. */
  public Future<Void> refresh(UUID interaction) {
    return rooms.inquiries().refresh(interaction, customer(interaction));
  }

  /** The same about {@code customer}; NOT_FOUND when there is none. */
  Future<Void> askAnew(UUID customer) {
    return rooms.inquiries().sources().refresh(customer);
  }

  /** What is to be said of the sources about {@code customer}, before its summary is read. */
  List<SourceStatus> sources(UUID customer) {
    return rooms.inquiries().sources().states(customer);
  }

  /** To be called every few seconds: what could not be read is read, and sources that were in trouble are asked again. */
  public void recover() {
    fallbackCards.again().forEach(this::again);
    unassignedInteractions.find().onSuccess(found -> found.forEach(this::again));
    rooms.inquiries().recover(interactionsByCustomer.customers());
  }

  /** With what goes on elsewhere: notices, and who else of the company is on the line. */
  Card joined(Card card) {
    return rooms
        .addressees()
        .named(rooms.notices().onto(companyActivity.onto(card)))
        .grouped(PhoneNumbers::grouped);
  }
}
