package dev.socketscope.app.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Opcode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FavouritesTest {
    @TempDir
    private Path folder;
    private final Memory memory = Memory.forgetful();
    private final Favourites favourites = new Favourites(memory);

    private static Favourite named(String name) {
        return new Favourite(name, SocketPlan.as("ws://host/?token=abc", List.of(new Header("Cookie", "id=secret"))),
                List.of(new Body.State(Opcode.TEXT, false, "hello")));
    }

    @Test
    void theyAreThereInTheNextRunInTheirOrder() {
        favourites.keep(named("b"));
        favourites.keep(named("a"));
        favourites.keep(named("c"));
        favourites.move(named("c"), 0);

        assertThat(new Favourites(memory).all().get()).containsExactly(named("c"), named("b"), named("a"));
    }

    @Test
    void oneIsRenamedInItsPlaceUnlessTheNameIsTaken() {
        favourites.keep(named("a"));
        favourites.keep(named("b"));

        assertThat(favourites.rename(named("a"), " first ")).isEmpty();
        assertThat(favourites.rename(named("first"), "b")).hasValueSatisfying(why -> assertThat(why).contains("b"));
        assertThat(favourites.rename(named("first"), " ")).contains("Give it a name first.");
        assertThat(new Favourites(memory).all().get()).containsExactly(named("first"), named("b"));
    }

    @Test
    void oneThatIsRemovedComesBackToItsPlaceUnlessAnotherHasItsName() {
        favourites.keep(named("a"));
        favourites.keep(named("b"));
        favourites.keep(named("c"));

        favourites.remove(named("b")).run();
        assertThat(favourites.all().get()).containsExactly(named("a"), named("b"), named("c"));

        Runnable back = favourites.remove(named("b"));
        Favourite other = new Favourite("b", SocketPlan.to("ws://elsewhere/"), List.of());
        favourites.keep(other);
        back.run();
        assertThat(new Favourites(memory).all().get()).containsExactly(named("a"), named("c"), other);
    }

    @Test
    void oneOfTheSameNameTakesThePlace() {
        favourites.keep(named("a"));
        Favourite changed = new Favourite("a", SocketPlan.to("ws://elsewhere/"), List.of());
        favourites.keep(changed);

        assertThat(favourites.all().get()).containsExactly(changed);
    }

    @Test
    void filesHoldNoSecretsAndAreReadAgain() throws IOException {
        favourites.keep(named("a"));
        Path file = folder.resolve("favourites.json");

        assertThat(favourites.write(file)).isEmpty();
        assertThat(Files.readString(file)).contains("Cookie", "hello").doesNotContain("secret", "abc");

        Favourites others = new Favourites(Memory.forgetful());
        assertThat(others.read(file)).isEmpty();
        assertThat(others.all().get()).containsExactly(named("a").withoutSecrets());
    }

    @Test
    void whatCannotBeReadOrWrittenIsTold() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "[{\"name\": 1");

        assertThat(favourites.read(broken)).hasValueSatisfying(why -> assertThat(why).contains("cannot be read"));
        assertThat(favourites.read(folder.resolve("none.json")))
                .hasValueSatisfying(why -> assertThat(why).contains("cannot be read"));
        assertThat(favourites.write(folder)).hasValueSatisfying(why -> assertThat(why).contains("cannot be written"));
        assertThat(favourites.all().get()).isEmpty();
    }

    @Test
    void aFileMayLeaveThingsOut() throws IOException {
        Path file = Files.writeString(folder.resolve("few.json"),
                "[null, {\"name\":\"few\",\"plan\":{\"url\":\"ws://host/\"}}]");

        assertThat(favourites.read(file)).isEmpty();
        assertThat(favourites.all().get()).singleElement().satisfies(one -> {
            assertThat(one.plan().url()).isEqualTo("ws://host/");
            assertThat(new SocketForm(one.plan()).target()).isPresent();
        });
    }

    @Test
    void theyHaveABoundAndNeedAName() {
        IntStream.range(0, Favourites.MOST).forEach(i -> favourites.keep(named("favourite " + i)));

        assertThat(favourites.keep(named("one more"))).isPresent();
        assertThat(favourites.keep(named("favourite 1"))).isEmpty();
        assertThat(favourites.keep(named(" "))).contains("Give it a name first.");
    }
}
