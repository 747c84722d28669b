package io.upswing.deploy.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program that is to run in a small JVM of its own, of the same JDK as this one. */
record JavaProgram(String classPath, String mainClass, List<String> flags) {

    List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        return command;
    }
}
