package shopbell.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopbell.model.Agent;
import shopbell.model.Role;

class UserDirectoryTest {
  private static final Agent ANNA = new Agent("anna", Role.AGENT, List.of("101"), List.of());
  private static final Agent BEN = new Agent("ben", Role.AGENT, List.of("102"), List.of());

  private final List<Promise<List<Agent>>> asked = new ArrayList<>();
  private final UserDirectory userDirectory = new UserDirectory(users(), changed -> {});

  /** A store that answers when the test says so. */
  private Users users() {
    return (Users) Proxy.newProxyInstance(
        Users.class.getClassLoader(), new Class<?>[] {Users.class}, (proxy, method, args) -> {
          Promise<List<Agent>> answer = Promise.promise();
          asked.add(answer);
          return answer.future();
        });
  }

  @Test
  void aReadingWaitsForTheOneBeforeSoThatNoOlderAnswerComesLast() {
    Future<Set<String>> first = userDirectory.refresh();
    Future<Set<String>> second = userDirectory.refresh();
    assertEquals(1, asked.size(), "the second waits");
    asked.get(0).complete(List.of(ANNA));
    assertEquals(Set.of("anna"), first.result());
    assertEquals(2, asked.size());
    asked.get(1).complete(List.of(ANNA, BEN));
    assertEquals(Set.of("ben"), second.result());
    assertEquals(Optional.of("ben"), userDirectory.name("102"));
  }

  @Test
  void requestsThatComeMeanwhileShareTheNextReading() {
    userDirectory.refresh();
    Future<Set<String>> second = userDirectory.refresh();
    assertSame(second, userDirectory.refresh());
    asked.get(0).complete(List.of());
    asked.get(1).complete(List.of(BEN));
    assertEquals(2, asked.size());
    assertTrue(userDirectory.find("ben").isPresent());
  }

  @Test
  void aReadingThatFailsDoesNotKeepTheNextFromBeginning() {
    Future<Set<String>> first = userDirectory.refresh();
    userDirectory.refresh();
    asked.get(0).fail("away");
    assertTrue(first.failed());
    asked.get(1).complete(List.of(ANNA));
    assertEquals(Optional.of("anna"), userDirectory.name("101"));
  }
}
