package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopbell.store.DirectQueries;
import shopbell.store.TestDatabase;

/** The permissions of an ordinary PostgreSQL role on the audit table. */
class AuditGrantsIT {
  private static final Pattern GIVEN_AWAY =
      Pattern.compile("```sql\\n(create role shopbell_audit .*?)```", Pattern.DOTALL);

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final Vertx vertx = Vertx.vertx();
  private final String admin = TestDatabase.empty(vertx);
  private final String database = admin.substring(admin.lastIndexOf('/') + 1);
  private final String role = "program_" + database;

  AuditGrantsIT() {
    as("create role " + role + " login password 'program'");
    as("alter database " + database + " owner to " + role);
  }

  @AfterEach
  void close() {
    Waiting.on(vertx.close());
  }

  private void as(String sql) {
    Waiting.on(TestDatabase.ask(vertx, admin, sql));
  }

  private RunningShop shop() {
    String url = admin.replaceFirst("//[^@]*@", "//" + role + ":program@");
    return RunningShop.open(Map.of("database.url", url));
  }

  private static String may(DirectQueries directQueries) {
    return directQueries.text("""
        select string_agg(p, ' ') from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p
        where has_table_privilege('audit', p)
        """);
  }

  private static void refuses(DirectQueries directQueries, String sql) {
    String said =
        assertThrows(RuntimeException.class, () -> directQueries.text(sql), sql).toString();
    assertTrue(said.contains(INSUFFICIENT_PRIVILEGE), said);
  }

  @Test
  void theProgramsRoleMayAddAndReadAndNothingElse() {
    try (RunningShop shop = shop().hire("anna")) {
      DirectQueries directQueries = new DirectQueries(shop.application().database());
      assertEquals("1", directQueries.text("select count(*) from audit"));
      assertEquals("select insert", may(directQueries));
      refuses(directQueries, "update audit set actor = 'me' returning 1");
      refuses(directQueries, "delete from audit returning 1");
      refuses(directQueries, "truncate audit");
    }
  }

  @Test
  void whereAnotherRoleOwnsItTheProgramCannotAllowItselfMoreAndStillWrites() throws IOException {
    shop().close();
    as(givenAway());
    try (RunningShop shop = shop().hire("anna")) {
      shop.signIn("anna");
      DirectQueries directQueries = new DirectQueries(shop.application().database());
      assertEquals("2", directQueries.text("select count(*) from audit"));
      assertEquals("select insert", may(directQueries));
      refuses(directQueries, "alter table audit disable trigger all");
      refuses(directQueries, "drop table audit");
    } finally {
      as("reassign owned by shopbell_audit to " + role);
      as("drop role shopbell_audit");
    }
  }

  /** The commands that docs/operation.md tells the operator to run. */
  private String givenAway() throws IOException {
    MatchResult found = GIVEN_AWAY
        .matcher(Files.readString(Path.of("docs/operation.md")))
        .results()
        .findFirst()
        .orElseThrow();
    return found.group(1).replaceAll("to shopbell;", "to " + role + ";");
  }
}
