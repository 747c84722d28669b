package io.upswing.deploy.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program that is to run in a small JVM of its own, of the same JDK as this one. */
public record JavaProgram(List<String> flags, List<String> program) {

    public static JavaProgram ofClass(String classPath, String mainClass, List<String> flags) {
        return new JavaProgram(flags, List.of("-cp", classPath, mainClass));
    }

    /** One of ours, on our own class path: it needs little memory, and has to be there soon. */
    static JavaProgram small(Class<?> mainClass) {
        return ofClass(
                System.getProperty("java.class.path"),
                mainClass.getName(),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
    }

    public static JavaProgram ofJar(Path jar, List<String> flags) {
        return new JavaProgram(flags, List.of("-jar", jar.toString()));
    }

    public List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(flags);
        command.addAll(program);
        command.addAll(List.of(arguments));
        return command;
    }
}
