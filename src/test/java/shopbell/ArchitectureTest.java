package shopbell;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.config.Settings;
import shopbell.connector.Connectors;
import shopbell.ingress.RequestLog;

/** The rules of docs/architecture.md; a change of the diagram changes both. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("shopbell");

  private static final String[] PURE = {
    "shopbell.model..",
    "shopbell.prediction..",
    "shopbell.insight..",
    "shopbell.decision",
    "shopbell.decision.effect..",
    "shopbell.card.content..",
    "shopbell.i18n.."
  };

  private static final ArchRule NO_CYCLES =
      slices().matching("shopbell.(**)").should().beFreeOfCycles();

  /** The root starts and wires; a feature is a package with a Module. */
  private static final ArchRule ROOT_IS_WIRING = classes()
      .that()
      .resideInAPackage("shopbell")
      .and()
      .areTopLevelClasses()
      .should()
      .haveNameMatching(
          "shopbell[.](Application|Configuration|Foundation|IngressAdapters|Module|Wiring|[A-Z][A-Za-z]+Module)");

  private static final ArchRule NOBODY_NEEDS_THE_ROOT = noClasses()
      .that()
      .resideOutsideOfPackages("shopbell", "shopbell.cli..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("shopbell");

  /** Features learn of each other's changes by events; only wiring uses a card's builder. */
  private static final ArchRule NOBODY_CALLS_THE_CARD = noClasses()
      .that()
      .resideOutsideOfPackages(
          "shopbell", "shopbell.card..", "shopbell.training..", "shopbell.store.card..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("shopbell.card..");

  private static final ArchRule ONLY_WIRING_KNOWS_THE_STORE = noClasses()
      .that()
      .resideOutsideOfPackages("shopbell", "shopbell.store..", "shopbell.cli..", "shopbell.demo..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("shopbell.store..");

  private static final ArchRule NO_ROOM_NEEDS_THE_API = noClasses()
      .that()
      .resideOutsideOfPackages("shopbell", "shopbell.api..", "shopbell.cli..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("shopbell.api..");

  private static final ArchRule PURE_ROOMS_KNOW_NEITHER_VERTX_NOR_SQL = classes()
      .that()
      .resideInAnyPackage(PURE)
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          Stream.concat(Stream.of("java..", "javax.crypto..", "org.hipparchus.."), Stream.of(PURE))
              .toArray(String[]::new));

  /** It evaluates rules and reads YAML, so it needs their libraries; it waits, so it starts no event loop. */
  private static final ArchRule THE_LIBRARY_KNOWS_NEITHER_VERTX_NOR_SQL = noClasses()
      .that()
      .resideInAPackage("shopbell.decision.library..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("io.vertx..", "java.sql..");

  private static final ArchRule ONLY_PREDICTION_CALCULATES = noClasses()
      .that()
      .resideOutsideOfPackage("shopbell.prediction..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.hipparchus..");

  private static final ArchRule VENDORS_ARE_INDEPENDENT =
      slices().matching("shopbell.ingress.(*)..").should().notDependOnEachOther();

  private static final ArchRule ONLY_THE_ROOT_CHOOSES_VENDORS = noClasses()
      .that()
      .resideOutsideOfPackages("shopbell", "shopbell.ingress.*..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("shopbell.ingress.*..");

  private static final ArchRule SQL_STAYS_IN_THE_STORE = noClasses()
      .that()
      .resideOutsideOfPackage("shopbell.store..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..", "org.postgresql..");

  private static final ArchRule TRACES_STAY_IN_TRACING = noClasses()
      .that()
      .resideOutsideOfPackage("shopbell.tracing..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("io.opentelemetry..");

  private static final ArchRule HTTP_STAYS_AT_THE_EDGES = noClasses()
      .that()
      .resideInAnyPackage(
          "shopbell.identity..",
          "shopbell.sources..",
          "shopbell.store..",
          "shopbell.metrics..",
          "shopbell.json..")
      .should()
      .dependOnClassesThat(resideInAnyPackage(
          "io.vertx.ext.web", "io.vertx.ext.web.handler..", "io.vertx.core.http.."));

  /** The command line's own thread may wait; what starts a private database runs on a worker. */
  private static final ArchRule NOTHING_BLOCKS_THE_EVENT_LOOP = noClasses()
      .that()
      .resideOutsideOfPackages("shopbell.cli..", "shopbell.store.embedded..")
      .should()
      .callMethodWhere(target(nameMatching("sleep")).and(target(owner(type(Thread.class)))))
      .orShould()
      .callMethodWhere(target(nameMatching("await")).and(target(owner(type(Future.class)))))
      .orShould()
      .callMethodWhere(target(nameMatching("await")).and(target(owner(type(CountDownLatch.class)))))
      .orShould()
      .callMethodWhere(
          target(nameMatching("get|join")).and(target(owner(type(CompletableFuture.class)))));

  /** {@code Json} reads what we wrote ourselves, the store what the database has; all other JSON is untrusted. */
  private static final ArchRule JSON_OF_OTHERS_IS_READ_STRICTLY = noClasses()
      .that()
      .resideOutsideOfPackages(
          "shopbell.json..", "shopbell.store..", "shopbell.config..", "shopbell.simulate..")
      .should()
      .callMethodWhere(
          target(nameMatching("readTree|readValue")).and(target(owner(type(ObjectMapper.class)))))
      .orShould()
      .callMethodWhere(target(nameMatching("toJson.*|decodeValue")));

  private static final ArchRule NOTHING_IS_PRINTED =
      noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  private static final ArchRule HANDLERS_ARE_HANDLERS =
      classes().that().haveSimpleNameEndingWith("Handler").should().implement(Handler.class);

  /**
   * A reader finds what a part calls where the part is made; what happens later is told as a change. Two parts belong to
   * the configuration and are made before there is anything to tell.
   */
  private static final ArchRule CALLBACKS_ARE_GIVEN_AT_CONSTRUCTION = fields()
      .that()
      .areNotDeclaredIn(Connectors.class)
      .and()
      .areNotDeclaredIn(RequestLog.class)
      .and()
      .haveRawType(
          resideInAPackage("java.util.function").or(type(Runnable.class)).or(type(Handler.class)))
      .should()
      .beFinal();

  private static final ArchRule NOTHING_IS_A_DRAWER = noClasses()
      .should()
      .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto|Service)$")
      .orShould(resideInADrawer());

  /** Each feature makes a record of its keys, which checks them, and keeps that. */
  private static final ArchRule SETTINGS_ARE_READ_AT_THE_START =
      noFields().should().haveRawType(Settings.class);

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments("no package is in a cycle", NO_CYCLES),
        arguments("the root is wiring", ROOT_IS_WIRING),
        arguments("no room needs the root", NOBODY_NEEDS_THE_ROOT),
        arguments("no feature calls the card", NOBODY_CALLS_THE_CARD),
        arguments("only wiring knows the store", ONLY_WIRING_KNOWS_THE_STORE),
        arguments("no room needs the API", NO_ROOM_NEEDS_THE_API),
        arguments("pure rooms know neither Vert.x nor SQL", PURE_ROOMS_KNOW_NEITHER_VERTX_NOR_SQL),
        arguments("only prediction knows Hipparchus", ONLY_PREDICTION_CALCULATES),
        arguments(
            "the library of actions knows neither Vert.x nor SQL",
            THE_LIBRARY_KNOWS_NEITHER_VERTX_NOR_SQL),
        arguments("vendors are independent", VENDORS_ARE_INDEPENDENT),
        arguments("only the root chooses vendors", ONLY_THE_ROOT_CHOOSES_VENDORS),
        arguments("SQL stays in the store", SQL_STAYS_IN_THE_STORE),
        arguments("traces stay in tracing", TRACES_STAY_IN_TRACING),
        arguments("HTTP stays at the edges", HTTP_STAYS_AT_THE_EDGES),
        arguments("nothing blocks the event loop", NOTHING_BLOCKS_THE_EVENT_LOOP),
        arguments("JSON of others is read strictly", JSON_OF_OTHERS_IS_READ_STRICTLY),
        arguments("settings are read at the start", SETTINGS_ARE_READ_AT_THE_START),
        arguments("nothing is printed", NOTHING_IS_PRINTED),
        arguments("handlers are handlers", HANDLERS_ARE_HANDLERS),
        arguments("callbacks are given at construction", CALLBACKS_ARE_GIVEN_AT_CONSTRUCTION),
        arguments("nothing is a drawer", NOTHING_IS_A_DRAWER));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theRuleHolds(String name, ArchRule rule) {
    rule.because(name).check(PROGRAM);
  }

  /** A reader who looks for a class by its name finds one file. */
  @Test
  void noTwoFilesHaveOneName() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      Map<String, Long> names = files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
      names.values().removeIf(count -> count == 1);
      assertEquals(Map.of(), names);
    }
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> type(Class<?> type) {
    return JavaClass.Predicates.type(type);
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass> resideInADrawer() {
    return com.tngtech.archunit.lang.ArchCondition.from(resideInAPackage("..util..")
        .or(resideInAnyPackage("..common..", "..impl..", "..helper..", "..dto..")));
  }
}
