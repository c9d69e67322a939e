package dev.socketscope.engine.story;

import static dev.socketscope.engine.story.Told.RESET;
import static dev.socketscope.engine.story.Told.ended;
import static dev.socketscope.engine.story.Told.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientStoriesTest {
    private static List<List<String>> ids(Connection... connections) {
        return ClientStories.of(List.of(connections))
                .stream()
                .map(story -> story.stream().map(Connection::id).toList())
                .toList();
    }

    @Test
    void aClientThatComesAgainIsOneStory() {
        assertThat(ids(ended("ws_1", "/a", 0, 10, RESET), ended("ws_2", "/a", 11, 12, RESET), open("ws_3", "/b", 11.5),
                open("ws_4", "/a", 58))).containsExactly(List.of("ws_1", "ws_2"), List.of("ws_3"), List.of("ws_4"));
    }

    @Test
    void aClientMayBeBackBeforeTheOtherLegHasEnded() {
        assertThat(ids(ended("ws_1", "/a", 0, 10, RESET), open("ws_2", "/a", 9.8)))
                .containsExactly(List.of("ws_1", "ws_2"));
        assertThat(ids(ended("ws_1", "/a", 0, 10, RESET), open("ws_2", "/a", 9)))
                .containsExactly(List.of("ws_1"), List.of("ws_2"));
    }

    @Test
    void clientsThatWereCutAtOnceDoNotHideEachOther() {
        assertThat(ids(ended("ws_1", "/a", 0, 10, RESET), ended("ws_2", "/a", 1, 10, RESET), open("ws_3", "/a", 11),
                open("ws_4", "/a", 11.2))).hasSize(2).allMatch(story -> story.size() == 2);
    }

    @Test
    void pausesCountFromTheLastConnectionThatLived() {
        List<Connection> story = List.of(ended("ws_1", "/a", 0, 1, RESET), ended("ws_2", "/a", 2, 8, RESET),
                ended("ws_3", "/a", 9, 9.1, RESET), open("ws_4", "/a", 11.1));

        assertThat(ClientStories.gaps(story)).containsExactly(1.0, 2.0);
    }
}
