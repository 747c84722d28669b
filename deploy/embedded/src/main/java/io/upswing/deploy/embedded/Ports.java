package io.upswing.deploy.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The ports of this machine. */
public final class Ports {
    private Ports() {}

    /** A port nobody listens on, below the range from which the system takes the ports of outgoing connections. */
    public static int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(15_000, 32_000))
                .filter(port -> !isTaken(port))
                .findFirst()
                .orElseThrow();
    }

    public static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
