package io.upswing.deploy.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * What the figures were measured on, since machines differ.
 *
 * @param load the load average before anything was started: others at work spoil the figures
 * @param fsyncsPerSecond of one writer of 8 KiB blocks, where the data of the measurements lie
 */
record Machine(
        int cores,
        long memoryMegabytes,
        String processor,
        String kernel,
        String jdk,
        double load,
        double fsyncsPerSecond) {
    private static final int SYNCS = 500;
    private static final long AT_MOST_NANOS = 2_000_000_000L;

    static Machine measure(Path folder) throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                kilobytes(Path.of("/proc/meminfo"), "MemTotal") / 1024,
                processorName(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]),
                fsyncRate(folder));
    }

    /** A value of one of the kernel's lists of {@code name: 123 kB}. */
    static long kilobytes(Path list, String name) throws IOException {
        try (var lines = Files.lines(list)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String processorName() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        }
    }

    private static double fsyncRate(Path folder) throws IOException {
        var file = Files.createTempFile(folder, "fsync", ".tmp");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var began = System.nanoTime();
            int done = 0;
            while (done < SYNCS && System.nanoTime() - began < AT_MOST_NANOS) {
                channel.write(ByteBuffer.allocate(8192));
                channel.force(false);
                done++;
            }
            return done * 1e9 / (System.nanoTime() - began);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %,d MB, %s, %s, %.0f fsync/s, load %.2f",
                cores,
                processor,
                memoryMegabytes,
                kernel,
                jdk,
                fsyncsPerSecond,
                load);
    }
}
