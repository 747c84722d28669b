package io.upswing.notification.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A mail server that answers one conversation as it is told, or breaks it off. */
final class ScriptedSmtp implements AutoCloseable {
    /** Instead of an answer: the line is cut. */
    static final String CUT = "cut";

    /** Instead of an answer: silence. */
    static final String SILENCE = "silence";

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;
    final BlockingQueue<String> accepted = new LinkedBlockingQueue<>();

    /** As servers are told it. */
    final BlockingQueue<String> sender = new LinkedBlockingQueue<>();

    /** @param answers by command (CONNECT, EHLO, MAIL, RCPT, DATA, TEXT, QUIT) where they are not the usual ones */
    ScriptedSmtp(Map<String, String> answers) throws IOException {
        this.answers = answers;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                talk(socket);
            } catch (IOException e) {
                // the client left, or the test is over
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (!say(socket, "CONNECT", "220 ready")) {
            return;
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.split("[ :]", 2)[0];
            if (command.equals("MAIL")) {
                sender.add(line);
            }
            var going = command.equals("DATA") ? text(socket, in) : say(socket, command, usual(command));
            if (!going) {
                return;
            }
        }
    }

    private boolean text(Socket socket, BufferedReader in) throws IOException {
        if (!say(socket, "DATA", "354 go on")) {
            return false;
        }
        if (answers.containsKey("DATA")) {
            return true;
        }
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        accepted.add(text.toString());
        return say(socket, "TEXT", "250 taken");
    }

    private boolean say(Socket socket, String command, String usual) throws IOException {
        var answer = answers.getOrDefault(command, usual);
        if (answer.equals(CUT)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    private static String usual(String command) {
        return command.equals("QUIT") ? "221 bye" : "250 ok";
    }
}
