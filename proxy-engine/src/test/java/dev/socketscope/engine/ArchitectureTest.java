package dev.socketscope.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Who may use whom inside the engine. */
@AnalyzeClasses(packages = "dev.socketscope.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.socketscope.engine.";

    @ArchTest
    static final ArchRule apiUsesOnlyTheJdk = only("api")
            .because("a window, a remote link and a recording share the API and nothing else");

    @ArchTest
    static final ArchRule protocolCodeUsesOnlyTheApi = only("ws", "api")
            .because("it must be usable without the engine");

    @ArchTest
    static final ArchRule protocolCodeDoesNoInputOrOutput = noClasses().that()
            .resideInAPackage(ROOT + "ws..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.channels..", "java.nio.file..")
            .because("protocol code is tested as scripts: bytes in, facts out")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule journalUsesOnlyPureCode = only("journal", "api", "ws")
            .because("the journal knows bytes and facts, not where they come from");

    @ArchTest
    static final ArchRule queryUsesOnlyPureCode = only("query", "api", "ws", "journal", "jackson")
            .because("a query reads the journal and never touches traffic");

    @ArchTest
    static final ArchRule resumingUsesOnlyTheApi = only("resume", "api", "jackson")
            .because("the relay and the clients share it, and it is tested without sockets or clocks");

    @ArchTest
    static final ArchRule faultsUseOnlyPureCode = only("fault", "api", "ws")
            .because("what a fault decides is repeatable by its seed: no clocks, no sockets");

    @ArchTest
    static final ArchRule hotReloadUsesOnlyTheApi = only("hmr", "api", "jackson")
            .because("what a page must be told is decided without sockets or clocks");

    @ArchTest
    static final ArchRule decodersUseOnlyTheLibrariesOfFormats = only("decode", "api", "hmr", "jackson", "msgpack",
            "protobuf")
            .because("bytes in, a document out: they know no engine, no capture and no window");

    @ArchTest
    static final ArchRule metricsUseOnlyTheApi = only("metrics", "api")
            .because("event loops record and anybody reads, without knowing each other");

    @ArchTest
    static final ArchRule metricsOfOthersAreReadWithoutAnEngine = only("prometheus", "api")
            .because("any endpoint can be looked at, whoever serves it");

    @ArchTest
    static final ArchRule debugLinesAreMadeOfTheApi = only("debug", "api", "jackson")
            .because("standard error and the window tell the same lines of any engine");

    @ArchTest
    static final ArchRule storiesUseOnlyTheApi = only("story", "api")
            .because("the window and the reports tell the same story of the same connections");

    @ArchTest
    static final ArchRule scenariosUseOnlyTheApi = only("scenario", "api", "story")
            .because("a scenario is played on any engine, here or elsewhere, and judged without one");

    @ArchTest
    static final ArchRule reportsUseWhatWasObserved = only("report", "api", "story", "scenario", "jackson", "xml")
            .because("a report is written of what was seen, wherever the scenario was played");

    @ArchTest
    static final ArchRule clientsKnowNothingOfTheEngineTheyTalkTo = noClasses().that()
            .resideInAPackage(ROOT + "client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "relay..", ROOT + "journal..", ROOT + "query..", ROOT + "sandbox..",
                    ROOT + "cli..",
                    ROOT + "config..")
            .because("what they need of an engine comes over the wire");

    @ArchTest
    static final ArchRule theWireFormatUsesTheApiAndTheSyntaxOfValues = only("wire", "api", "config", "metrics",
            "jackson")
            .because(
                    "server and remote link share it; durations are written as in the configuration, percentiles are pure");

    @ArchTest
    static final ArchRule envoysConfigurationIsMadeOfTheApi = only("envoy", "api", "jackson")
            .because("routes in, text out: it needs no engine to run");

    @ArchTest
    static final ArchRule theDoctorUsesOnlyTheNotationOfFiles = only("doctor", "config")
            .because("text in, findings out: it looks at other proxies, not at this one");

    @ArchTest
    static final ArchRule keysKnowNothingOfTraffic = only("keys", "api", "bouncycastle", "slf4j")
            .because("certificates are made and explained without a socket");

    @ArchTest
    static final ArchRule bouncyCastleStaysWithTheKeys = noClasses().that()
            .resideOutsideOfPackage(ROOT + "keys..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because("it makes certificates and reads keys; the JDK does the rest");

    @ArchTest
    static final ArchRule controlAsksTheEngineThroughTheApi = only("control", "api", "wire", "metrics", "envoy", "keys",
            "netty",
            "jackson", "slf4j")
            .because("it serves any engine, whatever carries the traffic, and metrics in the format that is asked for");

    @ArchTest
    static final ArchRule theRemoteEngineKnowsNoServer = only("remote", "api", "wire", "resume", "query.filter",
            "websocket", "jackson", "slf4j")
            .because(
                    "the other side may be another version in another process; filters are checked before they are sent");

    @ArchTest
    static final ArchRule recordingsAreMadeOfWhatAnEngineTells = only("recording", "api", "journal", "query", "wire",
            "har", "keys", "jackson", "slf4j")
            .because("a file knows no sockets, and an engine that is read from one is asked like any other");

    @ArchTest
    static final ArchRule exportsAskAnyEngine = only("export", "api", "ws", "wire", "story", "metrics", "debug",
            "html", "keys", "jackson")
            .because("what is captured here, elsewhere or in a file is handed on alike");

    @ArchTest
    static final ArchRule archivesAreReadWithoutAnEngine = only("har", "api", "jackson")
            .because("a file goes in, messages come out, whatever is made of them");

    @ArchTest
    static final ArchRule pagesKnowNoEngine = only("html")
            .because("what is written in a page is the business of those who report");

    @ArchTest
    static final ArchRule conversationsAreHeldWithoutSockets = only("conversation", "api", "export", "jackson")
            .because("what was said is compared alike, whoever dials or listens");

    @ArchTest
    static final ArchRule theMockOnlyListens = only("mock", "api", "conversation", "websocket", "slf4j")
            .because("what it says comes from a conversation");

    @ArchTest
    static final ArchRule nettyStaysInRelayAndControl = noClasses().that()
            .resideOutsideOfPackages(ROOT + "relay..", ROOT + "control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..")
            .because(
                    "one package moves the bytes and one serves commands; everything else stays testable without sockets");

    @ArchTest
    static final ArchRule javaWebSocketIsTheClientAndTheSandbox = noClasses().that()
            .resideOutsideOfPackages(ROOT + "client..", ROOT + "mock..", ROOT + "sandbox..", ROOT + "remote..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.java_websocket..")
            .because("the relay must never depend on the peer it is tested with");

    @ArchTest
    static final ArchRule noWindowInTheEngine = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "dev.socketscope.app..")
            .because("the engine runs without a desktop");

    @ArchTest
    static final ArchRule relayDoesNotKnowItsUsers = noClasses().that()
            .resideInAPackage(ROOT + "relay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "client..", ROOT + "sandbox..", ROOT + "cli..", ROOT + "config..")
            .because("they start the engine")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    /** Classes of a package use that package, the named ones, the JDK and the null annotations, nothing else. */
    private static ArchRule only(String own, String... others) {
        String[] allowed = Stream
                .concat(Stream.of("java..", "org.jspecify..", ROOT + own + ".."),
                        Stream.of(others).flatMap(ArchitectureTest::packages))
                .toArray(String[]::new);
        return classes().that()
                .resideInAPackage(ROOT + own + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(true);
    }

    private static Stream<String> packages(String name) {
        return switch (name) {
            case "jackson" -> Stream.of("tools.jackson..", "com.fasterxml.jackson.annotation..");
            case "msgpack" -> Stream.of("org.msgpack..");
            case "protobuf" -> Stream.of("com.google.protobuf..");
            case "xml" -> Stream.of("javax.xml..");
            case "bouncycastle" -> Stream.of("org.bouncycastle..", "javax.net.ssl..", "javax.security..");
            case "netty" -> Stream.of("io.netty..");
            case "websocket" -> Stream.of("org.java_websocket..");
            case "slf4j" -> Stream.of("org.slf4j..");
            default -> Stream.of(ROOT + name + "..");
        };
    }
}
