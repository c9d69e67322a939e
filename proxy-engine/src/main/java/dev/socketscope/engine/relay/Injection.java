package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Sends a message that no peer has sent. On the tunnel's event loop. */
final class Injection {
    private Injection() {}

    static Reply into(Tunnel tunnel, Command.InjectMessage message) {
        Leg to = message.direction().source().other();
        String problem = problem(message.opcode(), message.payload());
        if (problem.isEmpty() && tunnel.leg(to).away()) {
            problem = "The " + Names.of(to) + " of " + tunnel.connection().id()
                    + " is away.";
        }
        if (!problem.isEmpty()) {
            return new Reply.Refused(problem);
        }
        tunnel.to(to).inject(new EngineFrame(to, message.opcode(), message.payload()));
        return new Reply.Done("Sent " + message.payload().length + " bytes " + message.direction().wireName() + ".");
    }

    /** Why the engine does not make such a message; empty when it does. */
    static String problem(Opcode opcode, byte[] payload) {
        if (opcode != Opcode.TEXT && opcode != Opcode.BINARY) {
            return "opcode: got " + opcode.wireName() + ", expected text or binary.";
        }
        if (payload.length > Command.InjectMessage.LONGEST) {
            return "The message has " + payload.length + " bytes; " + Command.InjectMessage.LONGEST + " are allowed.";
        }
        return opcode == Opcode.TEXT && !isUtf8(payload) ? "The text is not UTF-8." : "";
    }

    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
