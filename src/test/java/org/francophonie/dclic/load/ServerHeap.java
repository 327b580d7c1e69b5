package org.francophonie.dclic.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The heap of a server with the serial collector, asked from outside. */
record ServerHeap(long pid) {

    /** Live bytes, after a collection. */
    long live() throws IOException, InterruptedException {
        jcmd("GC.run");
        TimeUnit.SECONDS.sleep(1);
        jcmd("GC.run");
        return Pattern.compile("(?:DefNew|Tenured|heap) +total[^u]*used (\\d+)K")
                        .matcher(jcmd("GC.heap_info"))
                        .results()
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                * 1024;
    }

    /** How many live objects there are of a class. */
    long count(String name) throws IOException, InterruptedException {
        return jcmd("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(line -> line.length > 3 && line[3].equals(name))
                .mapToLong(line -> Long.parseLong(line[1]))
                .sum();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        try (var out = process.getInputStream()) {
            var text = new String(out.readAllBytes());
            process.waitFor();
            return text;
        }
    }
}
