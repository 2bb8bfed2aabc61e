package org.papermap.notebook.internal.kernel;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/// Runs what JShell has compiled in this process, so that values are objects and not texts.
///
/// JShell's own `LocalExecutionControl` also makes loops stoppable, but fails on code in which two
/// classes of the notebook meet (JDK 25), and gives no values.
final class CellExecution extends DirectExecutionControl {
  private static final ClassDesc CHECK = ClassDesc.of(CellThread.class.getName());

  private final Map<ClassDesc, byte[]> compiled = new ConcurrentHashMap<>();
  private final ClassFile classFile =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing((ClassDesc name) ->
                      compiled.containsKey(name)
                          ? new ByteArrayInputStream(compiled.get(name))
                          : null)
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  private @Nullable CellThread running;
  private boolean stopped;
  private volatile @Nullable Object value;

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    for (ClassBytecodes it : classes) {
      compiled.put(ClassDesc.of(it.name()), it.bytecodes());
    }
    super.load(
        Arrays.stream(classes)
            .map(it -> new ClassBytecodes(it.name(), stoppable(it.bytecodes())))
            .toArray(ClassBytecodes[]::new));
  }

  private byte[] stoppable(byte[] bytecodes) {
    return classFile.transformClass(
        classFile.parse(bytecodes),
        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(LoopCheck::new)));
  }

  /// Calls the check before each jump back.
  private static final class LoopCheck implements CodeTransform {
    private final Set<Label> passed = new HashSet<>();

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof LabelTarget target) {
        passed.add(target.label());
      } else if (element instanceof BranchInstruction branch && passed.contains(branch.target())) {
        code.invokestatic(CHECK, "check", ConstantDescs.MTD_void);
      }
      code.with(element);
    }
  }

  @Override
  protected String invoke(Method code) throws Exception {
    FutureTask<@Nullable Object> task = new FutureTask<>(() -> code.invoke(null));
    start(new CellThread(task, code.getDeclaringClass().getClassLoader()));
    try {
      value = task.get();
      return "";
    } catch (ExecutionException e) {
      if (isStopped()) {
        throw new StoppedException();
      }
      // What the code threw is in here, as the caller expects it.
      throw e.getCause() instanceof InvocationTargetException thrown ? thrown : e;
    } finally {
      end();
    }
  }

  private synchronized void start(CellThread thread) throws StoppedException {
    if (stopped) {
      throw new StoppedException();
    }
    running = thread;
    thread.start();
  }

  private synchronized void end() {
    running = null;
  }

  /// The value of the last run, which is then forgotten.
  @Nullable Object takeValue() {
    Object taken = value;
    value = null;
    return taken;
  }

  /// Begins a cell, which is not stopped yet.
  synchronized void begin() {
    stopped = false;
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    if (running != null) {
      running.stopCode();
    }
  }

  /// Whether the cell has been stopped.
  synchronized boolean isStopped() {
    return stopped;
  }
}
