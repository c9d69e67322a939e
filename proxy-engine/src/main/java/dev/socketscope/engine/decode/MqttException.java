package dev.socketscope.engine.decode;

/** Bytes that are no packet of MQTT; the message completes "Not MQTT to the end: …". */
final class MqttException extends Exception {
    private static final long serialVersionUID = 1L;

    MqttException(String message) {
        super(message, null, false, false);
    }
}
