package shopbell.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import shopbell.model.HandleKind;
import shopbell.model.event.Visit;
import shopbell.model.event.Visitor;

/** Converts visits to their stored form: without placeholder ids, and proven where the shop's server vouches. */
public final class VisitNormaliser {
  private final HandleNormaliser handleNormaliser;
  private final IdentityVerification verification;
  private final Consumer<IgnoredHandle> ignored;

  /** {@code ignored} receives each placeholder id. */
  public VisitNormaliser(
      HandleNormaliser handleNormaliser,
      IdentityVerification verification,
      Consumer<IgnoredHandle> ignored) {
    this.handleNormaliser = handleNormaliser;
    this.verification = verification;
    this.ignored = ignored;
  }

  /** Empty for a visit without any usable id, and for one that only joins a placeholder to a person. */
  public Optional<Visit> normalise(Visit visit) {
    return visitor(visit.who()).flatMap(who -> about(visit.by(who)));
  }

  private Optional<Visit> about(Visit visit) {
    if (visit instanceof Visit.Identified said) {
      return Optional.of(said.withHandles(handleNormaliser.handles(said.handles(), ignored)));
    }
    if (visit instanceof Visit.Joined join) {
      return named(Optional.of(join.previous()), HandleKind.COOKIE).isEmpty()
          ? Optional.empty()
          : Optional.of(join);
    }
    if (visit instanceof Visit.Grouped group) {
      return named(Optional.of(group.group()), HandleKind.EXTERNAL).isEmpty()
          ? Optional.empty()
          : Optional.of(group);
    }
    return Optional.of(visit);
  }

  private Optional<Visitor> visitor(Visitor who) {
    Optional<String> user = named(who.user(), HandleKind.CUSTOMER_NUMBER);
    Optional<String> cookie = named(who.cookie(), HandleKind.COOKIE);
    if (user.isEmpty() && cookie.isEmpty()) {
      return Optional.empty();
    }
    boolean proven = user.isPresent()
        && who.userHash().filter(hash -> verification.proves(user.get(), hash)).isPresent();
    return Optional.of(new Visitor(user.map(this::address), cookie, who.userHash(), proven));
  }

  /** In a shop with e-mail addresses as user ids, any spelling of an address is the same user. */
  private String address(String user) {
    List<String> addresses = user.contains("@") ? EmailField.read(user).addresses() : List.of();
    return addresses.size() == 1 ? addresses.get(0) : user;
  }

  private Optional<String> named(Optional<String> id, HandleKind kind) {
    Optional<String> named = id.filter(text -> !handleNormaliser.placeholder(text));
    if (id.isPresent() && named.isEmpty()) {
      ignored.accept(new IgnoredHandle(kind, IgnoredHandle.IgnoredReason.PLACEHOLDER));
    }
    return named;
  }
}
