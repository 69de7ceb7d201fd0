package fr.minutier.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that does what a script says: what servers do on their bad days. */
final class ScriptedServer implements AutoCloseable {
    /** Hangs up instead of answering. */
    static final String HANG_UP = "";

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Script script;
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();

    /** What a server answers. */
    interface Script {
        /**
         * An answer, {@link #HANG_UP}, or empty for what a server answers on a good day.
         *
         * @param command its line; {@code .} for the end of a message
         */
        Optional<String> answer(String command);
    }

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The Message-ID of each message that came whole, whatever the server answered. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    int connections() {
        return connections.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                connections.incrementAndGet();
                talk(client);
            } catch (IOException e) {
                // The client hung up, or the server was closed.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 scripted");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = script.answer(line).orElse(line.startsWith("DATA") ? "354 go on" : "250 well");
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(client, answer);
            if (answer.startsWith("354")) {
                message(in);
                answer = script.answer(".").orElse("250 taken");
                if (answer.equals(HANG_UP)) {
                    return;
                }
                say(client, answer);
            }
        }
    }

    private void message(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            }
        }
        taken.add(id);
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
