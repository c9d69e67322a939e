package dev.socketscope.app.bench;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.Formats;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.payload.PayloadPane;
import dev.socketscope.app.payload.PayloadTab;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

/** Opens a large payload: how soon something is to be seen, how soon everything, and how long a pulse takes meanwhile. */
final class PayloadMeasurement implements WindowBench.Measurement {
    private static final long SETTLE = 2_000_000_000L;
    private final PayloadTab tab;
    private final int mebibytes;

    private PayloadMeasurement(PayloadTab tab, int mebibytes) {
        this.tab = tab;
        this.mebibytes = mebibytes;
    }

    /** The very first one meets a process that has opened nothing yet; it is measured once more at the end of its kind. */
    static List<PayloadMeasurement> all() {
        List<PayloadMeasurement> all = new ArrayList<>();
        all.add(new PayloadMeasurement(PayloadTab.JSON, 64));
        for (PayloadTab tab : List.of(PayloadTab.JSON, PayloadTab.TEXT, PayloadTab.HEX)) {
            for (int mebibytes : new int[]{1, 16, 64}) {
                all.add(new PayloadMeasurement(tab, mebibytes));
            }
        }
        return all;
    }

    @Override
    public void run(Stage stage, Consumer<String> done) {
        byte[] bytes = Content.of(tab, mebibytes << 20);
        var engine = new BenchEngine();
        Opcode opcode = tab == PayloadTab.HEX ? Opcode.BINARY : Opcode.TEXT;
        engine.message(new Payload(0, 0, opcode, bytes, bytes.length, false, true, null));
        var live = new Live(engine);
        var pane = new PayloadPane(live, new Formats(live.engine()::connection, Memory.forgetful()),
                Memory.forgetful());
        Scene scene = new Scene(pane.node(), WindowBench.WIDTH, WindowBench.HEIGHT);
        new Appearance(Memory.forgetful()).dress(scene);
        stage.setScene(scene);
        stage.show();
        new Watch(pane, new Pulses(scene), line -> {
            pane.close();
            live.close();
            engine.close();
            done.accept(line);
        }).start();
    }

    private final class Watch extends AnimationTimer {
        private final PayloadPane pane;
        private final LineView view;
        private final Pulses pulses;
        private final Consumer<String> done;
        private long begin;
        private long opened;
        private long first;

        Watch(PayloadPane pane, Pulses pulses, Consumer<String> done) {
            this.pane = pane;
            this.view = (LineView) pane.node().lookup(".line-view");
            this.pulses = pulses;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            begin = begin == 0 ? now : begin;
            if (opened == 0 && now - begin > SETTLE) {
                pulses.start();
                opened = System.nanoTime();
                pane.show(row());
            } else if (opened != 0) {
                look();
            }
        }

        private void look() {
            boolean some = view.lines().count() > 0;
            if (some && first == 0) {
                first = System.nanoTime();
            }
            String status = ((Labeled) pane.node().lookup(".payload-status")).getText();
            if (some && !status.isEmpty() && !status.contains("…")) {
                stop();
                pulses.stop();
                done.accept(String.format(Locale.ROOT,
                        "open %2d MiB %s: first lines after %.0f ms, complete after %.0f ms; longest interval %.0f ms, "
                                + "longest pulse work %.1f ms (%s)",
                        mebibytes, tab.label(), (first - opened) / 1e6, (System.nanoTime() - opened) / 1e6,
                        pulses.longestInterval(), pulses.longestWork(), status));
            }
        }
    }

    private static FrameRow row() {
        var frame = new Frame(0, 0, "ws_7f3a", Direction.TO_CLIENT, 0x81, false, 1, 1, false, false, 5, 0, false, false,
                List.of());
        return new FrameRow(frame, "", true);
    }
}
