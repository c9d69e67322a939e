package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendQueueTest {
    private static final QueueBounds THREE = new QueueBounds(3, 100);

    private static SendQueue keeping(String... messages) {
        SendQueue queue = new SendQueue(THREE, true);
        for (String message : messages) {
            assertThat(queue.offer(new Message.Text(message))).isEmpty();
        }
        return queue;
    }

    private static List<String> handAll(SendQueue queue) {
        List<String> handed = new ArrayList<>();
        while (queue.next() instanceof Message.Text(String text)) {
            handed.add(text);
            queue.handed();
        }
        return handed;
    }

    @Test
    void withoutKeepingWhatIsHandedOverMakesRoom() {
        SendQueue queue = new SendQueue(THREE, false);
        for (int i = 0; i < 10; i++) {
            assertThat(queue.offer(new Message.Text("x".repeat(90)))).isEmpty();
            assertThat(handAll(queue)).hasSize(1);
        }
        assertThat(queue.unconfirmed()).isZero();
    }

    @Test
    void keptMessagesTakeRoomUntilConfirmed() {
        SendQueue queue = keeping("a", "b", "c");
        assertThat(handAll(queue)).containsExactly("a", "b", "c");
        assertThat(queue.offer(new Message.Text("d"))).isEqualTo(Optional.of(Sent.Reason.QUEUE_FULL));

        assertThat(queue.confirm(2)).isTrue();
        assertThat(queue.offer(new Message.Text("d"))).isEmpty();
        assertThat(queue.sent()).isEqualTo(3);
    }

    @Test
    void theRestGoesAgainBeforeWhatWaits() {
        SendQueue queue = keeping("a", "b");
        handAll(queue);
        queue.offer(new Message.Text("c"));

        assertThat(queue.confirm(1)).isTrue();
        queue.rewind();

        assertThat(handAll(queue)).containsExactly("b", "c");
        assertThat(queue.sent()).isEqualTo(3);
    }

    @Test
    void impossibleCountsAreRefusedAndChangeNothing() {
        SendQueue queue = keeping("a", "b");
        handAll(queue);
        assertThat(queue.confirm(1)).isTrue();

        assertThat(queue.confirm(0)).isFalse();
        assertThat(queue.confirm(3)).isFalse();
        assertThat(queue.unconfirmed()).isEqualTo(1);
    }

    @Test
    void aNewSessionCountsFromZeroAndTellsWhatNobodyKnowsOf() {
        SendQueue queue = keeping("a", "b");
        handAll(queue);
        queue.offer(new Message.Text("c"));

        assertThat(queue.restart()).isEqualTo(2);
        assertThat(queue.sent()).isZero();
        assertThat(handAll(queue)).containsExactly("c");
        assertThat(queue.sent()).isEqualTo(1);
    }

    @Test
    void sizesAreThoseOfUtf8() {
        assertThat(List.of("a", "ü", "€", "😀")).extracting(text -> new Message.Text(text).size())
                .containsExactly(1, 2, 3, 4);
    }
}
