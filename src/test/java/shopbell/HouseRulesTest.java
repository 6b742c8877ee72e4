package shopbell;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The picture in docs/architecture.md as a test: whoever moves a wall moves both. */
class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("shopbell");

  private static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
      .consideringOnlyDependenciesInLayers()
      .layer("corridor")
      .definedBy("shopbell")
      .layer("model")
      .definedBy("shopbell.model..")
      .layer("wire")
      .definedBy("shopbell.wire..")
      .layer("words")
      .definedBy("shopbell.words..")
      .layer("config")
      .definedBy("shopbell.config..")
      .layer("metrics")
      .definedBy("shopbell.metrics..")
      .layer("tracing")
      .definedBy("shopbell.tracing..")
      .layer("cluster")
      .definedBy("shopbell.cluster..")
      .layer("mapping")
      .definedBy("shopbell.mapping..")
      .layer("remote")
      .definedBy("shopbell.remote..")
      .layer("security")
      .definedBy("shopbell.security..")
      .layer("ingress")
      .definedBy("shopbell.ingress..")
      .layer("identity")
      .definedBy("shopbell.identity..")
      .layer("context")
      .definedBy("shopbell.context..")
      .layer("insight")
      .definedBy("shopbell.insight..")
      .layer("desk")
      .definedBy("shopbell.desk..")
      .layer("delivery")
      .definedBy("shopbell.delivery..")
      .layer("api")
      .definedBy("shopbell.api..")
      .layer("assets")
      .definedBy("shopbell.assets..")
      .layer("load")
      .definedBy("shopbell.load..")
      .layer("store")
      .definedBy("shopbell.store..")
      .layer("demo")
      .definedBy("shopbell.demo..")
      .layer("simulate")
      .definedBy("shopbell.simulate..")
      .layer("cli")
      .definedBy("shopbell.cli..")
      .whereLayer("corridor")
      .mayOnlyBeAccessedByLayers("cli")
      .whereLayer("model")
      .mayNotAccessAnyLayer()
      .whereLayer("words")
      .mayOnlyAccessLayers("model")
      .whereLayer("config")
      .mayNotAccessAnyLayer()
      .whereLayer("metrics")
      .mayNotAccessAnyLayer()
      .whereLayer("tracing")
      .mayOnlyAccessLayers("config")
      .whereLayer("tracing")
      .mayOnlyBeAccessedByLayers("corridor")
      .whereLayer("wire")
      .mayOnlyAccessLayers("model")
      .whereLayer("cluster")
      .mayOnlyAccessLayers("config")
      .whereLayer("mapping")
      .mayOnlyAccessLayers("model", "wire", "config")
      .whereLayer("remote")
      .mayOnlyAccessLayers("model", "wire", "config", "mapping")
      .whereLayer("security")
      .mayOnlyAccessLayers("model", "config", "metrics")
      .whereLayer("ingress")
      .mayOnlyAccessLayers("model", "wire", "config", "metrics", "security", "mapping")
      .whereLayer("identity")
      .mayOnlyAccessLayers("model", "words", "config", "metrics")
      .whereLayer("context")
      .mayOnlyAccessLayers("model", "words", "config", "metrics", "mapping", "remote")
      .whereLayer("insight")
      .mayOnlyAccessLayers("model", "words", "config")
      .whereLayer("desk")
      .mayOnlyAccessLayers("model", "wire", "config", "metrics", "security")
      .whereLayer("delivery")
      .mayOnlyAccessLayers("model", "wire", "config", "metrics", "mapping", "remote")
      .whereLayer("api")
      .mayOnlyAccessLayers("model", "wire", "config", "metrics", "security")
      .whereLayer("assets")
      .mayNotAccessAnyLayer()
      .whereLayer("load")
      .mayOnlyAccessLayers("model", "wire", "config")
      .whereLayer("store")
      .mayOnlyAccessLayers(
          "model",
          "wire",
          "config",
          "metrics",
          "security",
          "ingress",
          "identity",
          "context",
          "desk",
          "delivery",
          "api",
          "load")
      .whereLayer("demo")
      .mayOnlyAccessLayers("model", "wire", "security", "store")
      .whereLayer("simulate")
      .mayOnlyAccessLayers("model", "wire", "config");

  private static final ArchRule THINKING_IS_PURE = classes()
      .that()
      .resideInAnyPackage("shopbell.model..", "shopbell.insight..", "shopbell.words..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "shopbell.model..", "shopbell.insight..", "shopbell.words..");

  private static final ArchRule VENDORS_DO_NOT_KNOW_EACH_OTHER =
      slices().matching("shopbell.ingress.(*)..").should().notDependOnEachOther();

  private static final ArchRule ONLY_THE_ROOT_PICKS_VENDORS = noClasses()
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
          "shopbell.context..",
          "shopbell.store..",
          "shopbell.metrics..",
          "shopbell.wire..")
      .should()
      .dependOnClassesThat(resideInAnyPackage(
          "io.vertx.ext.web", "io.vertx.ext.web.handler..", "io.vertx.core.http.."));

  /** The command line's own thread may wait; what starts a private database runs on a worker. */
  private static final ArchRule NOBODY_BLOCKS_THE_EVENT_LOOP = noClasses()
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

  /** What we wrote ourselves is read by {@code Json}, what the database holds by the store; all else may be anybody's. */
  private static final ArchRule JSON_OF_OTHERS_IS_READ_STRICTLY = noClasses()
      .that()
      .resideOutsideOfPackages(
          "shopbell.wire..", "shopbell.store..", "shopbell.config..", "shopbell.simulate..")
      .should()
      .callMethodWhere(
          target(nameMatching("readTree|readValue")).and(target(owner(type(ObjectMapper.class)))))
      .orShould()
      .callMethodWhere(target(nameMatching("toJson.*|decodeValue")));

  private static final ArchRule NOTHING_IS_PRINTED =
      noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  private static final ArchRule HANDLERS_ARE_HANDLERS =
      classes().that().haveSimpleNameEndingWith("Handler").should().implement(Handler.class);

  private static final ArchRule NOTHING_IS_A_DRAWER = noClasses()
      .should()
      .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto|Service)$")
      .orShould(resideInADrawer());

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments("data flows one way", DATA_FLOWS_ONE_WAY),
        arguments("thinking is pure", THINKING_IS_PURE),
        arguments("vendors do not know each other", VENDORS_DO_NOT_KNOW_EACH_OTHER),
        arguments("only the root picks vendors", ONLY_THE_ROOT_PICKS_VENDORS),
        arguments("SQL stays in the store", SQL_STAYS_IN_THE_STORE),
        arguments("traces stay in tracing", TRACES_STAY_IN_TRACING),
        arguments("HTTP stays at the edges", HTTP_STAYS_AT_THE_EDGES),
        arguments("nobody blocks the event loop", NOBODY_BLOCKS_THE_EVENT_LOOP),
        arguments("JSON of others is read strictly", JSON_OF_OTHERS_IS_READ_STRICTLY),
        arguments("nothing is printed", NOTHING_IS_PRINTED),
        arguments("handlers are handlers", HANDLERS_ARE_HANDLERS),
        arguments("nothing is a drawer", NOTHING_IS_A_DRAWER));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theHouseStands(String name, ArchRule rule) {
    rule.because(name).check(HOUSE);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> type(Class<?> type) {
    return JavaClass.Predicates.type(type);
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass> resideInADrawer() {
    return com.tngtech.archunit.lang.ArchCondition.from(resideInAPackage("..util..")
        .or(resideInAnyPackage("..common..", "..impl..", "..helper..", "..dto..")));
  }
}
