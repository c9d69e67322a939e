package dev.socketscope.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;

/** Who may use whom inside the window. */
@AnalyzeClasses(packages = "dev.socketscope.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.socketscope.app.";
    private static final Set<String> SHARED = Set.of("live", "controls", "scope", "actions", "export");

    @ArchTest
    static final ArchRule oneBridgeToTheFxThread = noClasses().that()
            .resideOutsideOfPackage(ROOT + "live..")
            .and()
            .doNotBelongToAnyOf(Toolkit.class)
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("one hop a pulse keeps a busy engine from flooding the window, which is opened once")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule slicesKnowOnlyTheEnginesApi = noClasses().that(areInASlice())
            .should()
            .dependOnClassesThat(areEngineInternals())
            .because("an embedded, a remote and a recorded engine look alike to a panel")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule slicesNeverUseEachOther = classes().that(areInASlice())
            .should(notUseAnotherSlice())
            .because("a panel can be understood, tested and removed alone")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controlsKnowNoDomain = noClasses().that()
            .resideInAPackage(ROOT + "controls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.socketscope.engine..")
            .because("a control shows rows, bytes and series, whoever they belong to")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theWindowDoesNotServe = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.socketscope.engine.control..", "dev.socketscope.engine.wire..")
            .because("who may command an engine from outside is the engine's business; the commands start it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noTransportInTheWindow = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "org.java_websocket..")
            .because("bytes are the engine's business")
            .allowEmptyShould(true);

    private static DescribedPredicate<JavaClass> areInASlice() {
        return DescribedPredicate.describe("are in a slice", c -> isSlice(sliceOf(c)));
    }

    /** What reads the tellings or metrics of any engine, plays on any, or reads and writes the files of people, is no part of one. */
    private static DescribedPredicate<JavaClass> areEngineInternals() {
        return DescribedPredicate.describe("are engine internals",
                c -> c.getPackageName().startsWith("dev.socketscope.engine.")
                        && Stream
                                .of("api", "story", "scenario", "report", "config", "prometheus", "debug", "decode",
                                        "export",
                                        "conversation")
                                .noneMatch(each -> c.getPackageName().startsWith("dev.socketscope.engine." + each)));
    }

    private static ArchCondition<JavaClass> notUseAnotherSlice() {
        return new ArchCondition<>("not use another slice") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf()
                        .stream()
                        .filter(d -> isSlice(sliceOf(d.getTargetClass()))
                                && !sliceOf(d.getTargetClass()).equals(sliceOf(from)))
                        .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
            }
        };
    }

    private static boolean isSlice(String name) {
        return !name.isEmpty() && !SHARED.contains(name);
    }

    /** The first package below the root; empty for classes elsewhere. */
    private static String sliceOf(JavaClass c) {
        String name = c.getPackageName() + ".";
        return name.startsWith(ROOT) && name.length() > ROOT.length()
                ? name.substring(ROOT.length(), name.indexOf('.', ROOT.length()))
                : "";
    }
}
