package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Tells of alerts in the corner of the window; a click on one goes to where more is to be seen. */
final class AlertNotices {
    /** More at a time would cover the window; all of them stand in their panels. */
    private static final int MOST = 3;

    private final Alerts alerts = new Alerts();

    /**
     * @param owner stands in the window
     * @param open gets the id of a panel
     */
    AlertNotices(Live live, Node owner, Consumer<String> open) {
        if (live.playable().isPresent()) {
            return; // What once was is no news.
        }
        live.latest()
                .subscribe(state -> alerts.in(state)
                        .stream()
                        .limit(MOST)
                        .forEach(alert -> Notice.alarm(owner, alert.title(), alert.text(),
                                () -> open.accept(alert.panel()))));
        live.away().subscribe((before, now) -> {
            if (before.isEmpty() && !now.isEmpty()) {
                Notice.alarm(owner, Strings.of("alert.link"), now, () -> open.accept("events"));
            } else if (now.isEmpty()) {
                Notice.show(owner, Strings.of("alert.link.back"), Strings.of("alert.link.back.text"));
            }
        });
    }
}
