package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.doctor.Diagnosis;
import dev.socketscope.engine.doctor.Finding;
import dev.socketscope.engine.doctor.Finding.Severity;
import dev.socketscope.engine.doctor.ProxyType;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints what was found, for a person or for a program. */
final class DoctorReport {
    private final PrintWriter out;

    private record FindingJson(int line, String severity, String where, String what, String why, String fix) {
        static FindingJson of(Finding f) {
            return new FindingJson(f.line(), Names.of(f.severity()), f.where(), f.what(), f.why(), f.fix());
        }
    }

    private record FileJson(String file, String type, List<FindingJson> findings) {}

    DoctorReport(PrintWriter out) {
        this.out = out;
    }

    void print(Map<Path, Diagnosis> read, boolean json) {
        if (json) {
            List<FileJson> files = read.entrySet()
                    .stream()
                    .map(e -> new FileJson(e.getKey().toString(), Names.of(e.getValue().type()),
                            e.getValue().findings().stream().map(FindingJson::of).toList()))
                    .toList();
            out.println(JsonMapper.shared().writeValueAsString(Map.of("files", files)));
        } else {
            read.forEach(this::print);
        }
    }

    private void print(Path file, Diagnosis diagnosis) {
        for (Finding finding : diagnosis.findings()) {
            String hint = finding.severity() == Severity.HINT ? "hint: " : "";
            out.println(file + ":" + finding.line() + ": " + hint + finding.where() + ": " + finding.what());
            out.println("    why: " + finding.why());
            out.println("    fix: " + finding.fix());
        }
        if (diagnosis.healthy()) {
            out.println(file + ": nothing that breaks WebSockets (" + name(diagnosis.type()) + ")");
        }
    }

    private static String name(ProxyType type) {
        return switch (type) {
            case ENVOY -> "Envoy";
            case NGINX -> "nginx";
            case CADDY -> "Caddy";
        };
    }
}
