import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes out in compiled classes what the compiler leaves to be made when the program runs: lambdas
 * and method references, the methods of records, switches over types. What is made then is made
 * anew by each cold start, a hidden class for each lambda that is come by; written out, all lambdas
 * of a class are one more class in the package.
 *
 * <p>Nothing else changes: a lambda's body stays the method that it is. The meaning of what is
 * replaced is that of {@code LambdaMetafactory}, {@code ObjectMethods} and {@code
 * SwitchBootstraps}.
 */
final class Desugar {
  private static final String LAMBDAS = "$$Lambdas";
  private static final String MAKE = "make";
  private static final String NUMBER = "number";
  private static final int PRIVATE_STATIC =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private static final MethodTypeDesc CONSTRUCTING = MethodTypeDesc.of(CD_void, CD_int);
  private static final ClassDesc OBJECTS = ClassDesc.of(Objects.class.getName());
  private static final ClassDesc BUILDER = ClassDesc.of(StringBuilder.class.getName());

  private final Path folder;
  private final ClassFile classFile;

  /** By nest host, the classes that belong to its nest since they were made here. */
  private final Map<ClassDesc, Set<ClassDesc>> made = new LinkedHashMap<>();

  private Desugar(Path folder, URLClassLoader classPath) {
    this.folder = folder;
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classPath)
                    .orElse(ClassHierarchyResolver.defaultResolver())),
            ClassFile.ConstantPoolSharingOption.NEW_POOL);
  }

  /** Rewrites the classes in a folder; the second argument is the class path that they need. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    URL[] urls =
        Stream.concat(Stream.of(args[0]), Stream.of(args[1].split(File.pathSeparator)))
            .map(Path::of)
            .map(Desugar::url)
            .toArray(URL[]::new);
    try (URLClassLoader classPath = new URLClassLoader(urls, null)) {
      new Desugar(folder, classPath).all();
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void all() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().endsWith(".class"))
              .filter(file -> !file.toString().endsWith(LAMBDAS + ".class"))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      one(file);
    }
    for (Map.Entry<ClassDesc, Set<ClassDesc>> nest : made.entrySet()) {
      widen(nest.getKey(), nest.getValue());
    }
  }

  private Path file(ClassDesc type) {
    String descriptor = type.descriptorString();
    return folder.resolve(descriptor.substring(1, descriptor.length() - 1) + ".class");
  }

  private void one(Path file) throws IOException {
    ClassModel model = classFile.parse(file);
    Rewriting rewriting = new Rewriting(model);
    byte[] rewritten = classFile.transformClass(model, rewriting.transform());
    if (!rewriting.changed) {
      return;
    }
    Files.write(file, rewritten);
    if (!rewriting.lambdas.isEmpty()) {
      Files.write(file(rewriting.lambdasClass()), rewriting.lambdas());
      made.computeIfAbsent(rewriting.nest, nest -> new LinkedHashSet<>())
          .add(rewriting.lambdasClass());
    }
  }

  /** Lets more classes see what is private in a nest. */
  private void widen(ClassDesc host, Set<ClassDesc> more) throws IOException {
    ClassModel model = classFile.parse(file(host));
    Set<ClassDesc> members = new LinkedHashSet<>();
    model
        .findAttribute(Attributes.nestMembers())
        .ifPresent(
            before -> before.nestMembers().forEach(member -> members.add(member.asSymbol())));
    members.addAll(more);
    ClassTransform transform =
        ClassTransform.dropping(element -> element instanceof NestMembersAttribute)
            .andThen(
                ClassTransform.endHandler(
                    builder -> builder.with(NestMembersAttribute.ofSymbols(List.copyOf(members)))));
    Files.write(file(host), classFile.transformClass(model, transform));
  }

  /**
   * A lambda or a method reference.
   *
   * @param type the interface that it is
   * @param captured what it holds, of erased types
   * @param heldAs the same, as the body takes it
   * @param method the name of the interface's method
   * @param erased the types of that method
   * @param actual what they are here
   * @param body the method that is called
   */
  private record Lambda(
      ClassDesc type,
      List<ClassDesc> captured,
      List<ClassDesc> heldAs,
      String method,
      MethodTypeDesc erased,
      MethodTypeDesc actual,
      DirectMethodHandleDesc body) {

    static Lambda of(InvokeDynamicInstruction call) {
      List<ConstantDesc> arguments = call.bootstrapArgs();
      List<ClassDesc> held = call.typeSymbol().parameterList();
      return new Lambda(
          call.typeSymbol().returnType(),
          held.stream().map(Desugar::erased).toList(),
          held,
          call.name().stringValue(),
          (MethodTypeDesc) arguments.get(0),
          (MethodTypeDesc) arguments.get(2),
          (DirectMethodHandleDesc) arguments.get(1));
    }

    MethodTypeDesc making() {
      List<ClassDesc> types = new ArrayList<>(captured);
      types.add(CD_int);
      return MethodTypeDesc.of(type, types);
    }
  }

  /** What the virtual machine tells apart in a field: references, int and smaller, and the rest. */
  private static ClassDesc erased(ClassDesc type) {
    return type.isPrimitive() ? TypeKind.from(type).asLoadable().upperBound() : CD_Object;
  }

  /** The fields that hold what lambdas of a class hold: the n-th of each type is one field. */
  private static List<String> fields(List<ClassDesc> captured) {
    Map<ClassDesc, Integer> counts = new LinkedHashMap<>();
    return captured.stream()
        .map(type ->
            (type.isPrimitive() ? type.descriptorString() : "L")
                + counts.merge(type, 1, Integer::sum))
        .toList();
  }

  /** One class, and what its rewriting needs. */
  private final class Rewriting {
    private final ClassModel model;
    private final ClassDesc type;
    private final ClassDesc nest;
    private final boolean isInterface;
    private final List<Lambda> lambdas = new ArrayList<>();
    private final List<List<ClassDesc>> switches = new ArrayList<>();
    private boolean changed;

    Rewriting(ClassModel model) {
      this.model = model;
      this.type = model.thisClass().asSymbol();
      this.nest =
          model
              .findAttribute(Attributes.nestHost())
              .map(host -> host.nestHost().asSymbol())
              .orElse(type);
      this.isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    ClassDesc lambdasClass() {
      return ClassDesc.ofDescriptor(
          type.descriptorString().replaceFirst(";$", LAMBDAS.replace("$", "\\$") + ";"));
    }

    ClassTransform transform() {
      return ClassTransform.transformingMethods(
              method -> method.code().isPresent(),
              (builder, element) -> {
                if (element instanceof CodeModel code) {
                  Optional<String> generated = generated(code);
                  if (generated.isPresent()) {
                    changed = true;
                    builder.withCode(body -> recordMethod(body, generated.get()));
                  } else {
                    builder.transformCode(code, this::rewrite);
                  }
                } else {
                  builder.with(element);
                }
              })
          .andThen(ClassTransform.endHandler(this::switches));
    }

    private void rewrite(CodeBuilder code, CodeElement element) {
      if (element instanceof InvokeDynamicInstruction call) {
        switch (factory(call)) {
          case "LambdaMetafactory.metafactory" -> {
            lambda(code, Lambda.of(call));
            return;
          }
          case "SwitchBootstraps.typeSwitch" -> {
            if (call.bootstrapArgs().stream().allMatch(label -> label instanceof ClassDesc)) {
              typeSwitch(code, call);
              return;
            }
          }
          default -> {}
        }
      }
      code.with(element);
    }

    private static String factory(InvokeDynamicInstruction call) {
      DirectMethodHandleDesc factory = call.bootstrapMethod();
      return factory.owner().displayName() + "." + factory.methodName();
    }

    private void lambda(CodeBuilder code, Lambda lambda) {
      changed = true;
      code.loadConstant(lambdas.size());
      code.invokestatic(lambdasClass(), MAKE, lambda.making());
      lambdas.add(lambda);
    }

    private void typeSwitch(CodeBuilder code, InvokeDynamicInstruction call) {
      changed = true;
      code.invokestatic(
          type,
          "switch$" + switches.size(),
          MethodTypeDesc.of(CD_int, CD_Object, CD_int),
          isInterface);
      switches.add(call.bootstrapArgs().stream().map(label -> (ClassDesc) label).toList());
    }

    /**
     * Methods that say which of some types an object is of, not before one of them: -1 of null, as
     * many as there are of another.
     */
    private void switches(ClassBuilder builder) {
      for (int i = 0; i < switches.size(); i++) {
        List<ClassDesc> types = switches.get(i);
        builder.withMethodBody(
            "switch$" + i,
            MethodTypeDesc.of(CD_int, CD_Object, CD_int),
            PRIVATE_STATIC,
            code -> {
              code.aload(0).ifThen(Opcode.IFNULL, isNull -> isNull.iconst_m1().ireturn());
              for (int place = 0; place < types.size(); place++) {
                Label next = code.newLabel();
                code.iload(1).loadConstant(place).if_icmpgt(next);
                code.aload(0).instanceOf(types.get(place)).ifeq(next);
                code.loadConstant(place).ireturn();
                code.labelBinding(next);
              }
              code.loadConstant(types.size()).ireturn();
            });
      }
    }

    /** Which method of a record the compiler leaves to be made, if this is one. */
    private static Optional<String> generated(CodeModel code) {
      return code.elementStream()
          .filter(element -> element instanceof InvokeDynamicInstruction)
          .map(element -> (InvokeDynamicInstruction) element)
          .filter(call -> factory(call).equals("ObjectMethods.bootstrap"))
          .map(call -> call.name().stringValue())
          .findAny();
    }

    private void recordMethod(CodeBuilder code, String name) {
      RecordAttribute attribute = model.findAttribute(Attributes.record()).orElseThrow();
      Map<String, ClassDesc> components = new LinkedHashMap<>();
      attribute
          .components()
          .forEach(component ->
              components.put(component.name().stringValue(), component.descriptorSymbol()));
      switch (name) {
        case "toString" -> text(code, components);
        case "hashCode" -> hash(code, components);
        case "equals" -> equality(code, components);
        default -> throw new IllegalStateException(name);
      }
    }

    private void text(CodeBuilder code, Map<String, ClassDesc> components) {
      code.new_(BUILDER).dup().invokespecial(BUILDER, INIT_NAME, MethodTypeDesc.of(CD_void));
      String before = type.displayName().replaceFirst("^.*\\$", "") + "[";
      for (Map.Entry<String, ClassDesc> component : components.entrySet()) {
        append(code, before + component.getKey() + "=");
        code.aload(0).getfield(type, component.getKey(), component.getValue());
        code.invokevirtual(
            BUILDER, "append", MethodTypeDesc.of(BUILDER, shown(component.getValue())));
        before = ", ";
      }
      append(code, components.isEmpty() ? before + "]" : "]");
      code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(CD_String)).areturn();
    }

    private static void append(CodeBuilder code, String text) {
      code.loadConstant(text)
          .invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, CD_String));
    }

    /** How a builder of texts takes a type. */
    private static ClassDesc shown(ClassDesc type) {
      if (!type.isPrimitive()) {
        return CD_Object;
      }
      return switch (TypeKind.from(type)) {
        case BYTE, SHORT -> CD_int;
        default -> type;
      };
    }

    private void hash(CodeBuilder code, Map<String, ClassDesc> components) {
      code.iconst_0();
      components.forEach((name, component) -> {
        code.bipush(31).imul();
        code.aload(0).getfield(type, name, component);
        if (component.isPrimitive()) {
          ClassDesc box = box(component);
          code.invokestatic(box, "hashCode", MethodTypeDesc.of(CD_int, component));
        } else {
          code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
        }
        code.iadd();
      });
      code.ireturn();
    }

    private void equality(CodeBuilder code, Map<String, ClassDesc> components) {
      Label same = code.newLabel();
      Label differs = code.newLabel();
      code.aload(0).aload(1).if_acmpeq(same);
      code.aload(1).instanceOf(type).ifeq(differs);
      components.forEach((name, component) -> {
        code.aload(0).getfield(type, name, component);
        code.aload(1).checkcast(type).getfield(type, name, component);
        if (component.isPrimitive()) {
          code.invokestatic(
              box(component), "compare", MethodTypeDesc.of(CD_int, component, component));
          code.ifne(differs);
        } else {
          code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
          code.ifeq(differs);
        }
      });
      code.labelBinding(same).iconst_1().ireturn();
      code.labelBinding(differs).iconst_0().ireturn();
    }

    /** The class of all lambdas of this one: each has its number. */
    byte[] lambdas() {
      return classFile.build(
          lambdasClass(),
          builder -> {
            builder.withVersion(model.majorVersion(), 0);
            builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
            builder.withInterfaceSymbols(
                List.copyOf(
                    lambdas.stream()
                        .map(Lambda::type)
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
            builder.with(NestHostAttribute.of(nest));
            builder.withField(NUMBER, CD_int, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
            Map<String, ClassDesc> fields = new LinkedHashMap<>();
            for (Lambda lambda : lambdas) {
              List<String> names = fields(lambda.captured());
              IntStream.range(0, names.size())
                  .forEach(i -> fields.put(names.get(i), lambda.captured().get(i)));
            }
            fields.forEach((name, of) -> builder.withField(name, of, ClassFile.ACC_PRIVATE));
            constructor(builder);
            lambdas.stream().map(Lambda::making).distinct().forEach(by -> maker(builder, by));
            methods(builder);
          });
    }

    private void constructor(ClassBuilder builder) {
      builder.withMethodBody(
          INIT_NAME,
          CONSTRUCTING,
          ClassFile.ACC_PRIVATE,
          code -> {
            code.aload(0).invokespecial(CD_Object, INIT_NAME, MethodTypeDesc.of(CD_void));
            code.aload(0).iload(1).putfield(lambdasClass(), NUMBER, CD_int).return_();
          });
    }

    private void maker(ClassBuilder builder, MethodTypeDesc by) {
      List<ClassDesc> captured = by.parameterList().subList(0, by.parameterCount() - 1);
      List<String> names = fields(captured);
      builder.withMethodBody(
          MAKE,
          by,
          ClassFile.ACC_STATIC,
          code -> {
            code.new_(lambdasClass()).dup().iload(code.parameterSlot(captured.size()));
            code.invokespecial(lambdasClass(), INIT_NAME, CONSTRUCTING);
            for (int i = 0; i < captured.size(); i++) {
              code.dup().loadLocal(TypeKind.from(captured.get(i)), code.parameterSlot(i));
              code.putfield(lambdasClass(), names.get(i), captured.get(i));
            }
            code.areturn();
          });
    }

    /** The methods of all interfaces: each goes by the lambda's number. */
    private void methods(ClassBuilder builder) {
      Map<Map.Entry<String, MethodTypeDesc>, List<Integer>> methods = new LinkedHashMap<>();
      for (int i = 0; i < lambdas.size(); i++) {
        methods
            .computeIfAbsent(
                Map.entry(lambdas.get(i).method(), lambdas.get(i).erased()), x -> new ArrayList<>())
            .add(i);
      }
      methods.forEach((method, numbers) ->
          builder.withMethodBody(
              method.getKey(),
              method.getValue(),
              ClassFile.ACC_PUBLIC,
              code -> byNumber(code, numbers)));
    }

    private void byNumber(CodeBuilder code, List<Integer> numbers) {
      Map<Integer, Label> labels = new LinkedHashMap<>();
      numbers.forEach(number -> labels.put(number, code.newLabel()));
      Label last = labels.get(numbers.getLast());
      if (numbers.size() > 1) {
        code.aload(0).getfield(lambdasClass(), NUMBER, CD_int);
        code.lookupswitch(
            last,
            labels.entrySet().stream()
                .filter(label -> label.getValue() != last)
                .map(label -> SwitchCase.of(label.getKey(), label.getValue()))
                .toList());
      }
      labels.forEach((number, label) -> {
        code.labelBinding(label);
        call(code, lambdas.get(number));
      });
    }

    /** Calls a lambda's body with what it holds and what its method is given. */
    private void call(CodeBuilder code, Lambda lambda) {
      DirectMethodHandleDesc body = lambda.body();
      boolean constructs = body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
      boolean isStatic =
          body.kind() == DirectMethodHandleDesc.Kind.STATIC
              || body.kind() == DirectMethodHandleDesc.Kind.INTERFACE_STATIC;
      MethodTypeDesc bodyType = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
      List<ClassDesc> taken = new ArrayList<>(bodyType.parameterList());
      if (!constructs && !isStatic) {
        taken.addFirst(body.owner());
      }
      if (constructs) {
        code.new_(body.owner()).dup();
      }
      List<String> names = fields(lambda.captured());
      for (int i = 0; i < names.size(); i++) {
        code.aload(0).getfield(lambdasClass(), names.get(i), lambda.captured().get(i));
        convert(code, lambda.captured().get(i), lambda.heldAs().get(i), taken.get(i));
      }
      for (int i = 0; i < lambda.erased().parameterCount(); i++) {
        code.loadLocal(TypeKind.from(lambda.erased().parameterType(i)), code.parameterSlot(i));
        convert(
            code,
            lambda.erased().parameterType(i),
            lambda.actual().parameterType(i),
            taken.get(names.size() + i));
      }
      invoke(code, body, bodyType);
      ClassDesc given = constructs ? body.owner() : bodyType.returnType();
      ClassDesc wanted = lambda.erased().returnType();
      if (wanted.equals(CD_void)) {
        if (!given.equals(CD_void)) {
          drop(code, given);
        }
      } else {
        convert(code, given, lambda.actual().returnType(), wanted);
      }
      code.return_(TypeKind.from(wanted));
    }

    private static void drop(CodeBuilder code, ClassDesc type) {
      if (TypeKind.from(type).slotSize() == 2) {
        code.pop2();
      } else {
        code.pop();
      }
    }

    private static void invoke(
        CodeBuilder code, DirectMethodHandleDesc body, MethodTypeDesc bodyType) {
      boolean ofInterface = body.isOwnerInterface();
      switch (body.kind()) {
        case CONSTRUCTOR -> code.invokespecial(body.owner(), INIT_NAME, bodyType);
        case STATIC, INTERFACE_STATIC ->
            code.invokestatic(body.owner(), body.methodName(), bodyType, ofInterface);
        // What is private is called as what isn't: this class is of the same nest.
        case VIRTUAL, SPECIAL, INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> {
          if (ofInterface) {
            code.invokeinterface(body.owner(), body.methodName(), bodyType);
          } else {
            code.invokevirtual(body.owner(), body.methodName(), bodyType);
          }
        }
        default -> throw new IllegalStateException("no method: " + body);
      }
    }

    /**
     * Makes of a value what is wanted.
     *
     * @param from its type
     * @param actual what it is known to be, or what is made of it on the way
     */
    private static void convert(
        CodeBuilder code, ClassDesc from, ClassDesc actual, ClassDesc wanted) {
      if (from.isPrimitive() && wanted.isPrimitive()) {
        code.conversion(TypeKind.from(from), TypeKind.from(wanted));
      } else if (from.isPrimitive()) {
        ClassDesc box = box(from);
        code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
      } else if (wanted.isPrimitive()) {
        ClassDesc box =
            actual.isPrimitive() || isBox(actual) ? box(primitive(actual)) : box(wanted);
        ClassDesc inside = primitive(box);
        code.checkcast(box);
        code.invokevirtual(box, inside.displayName() + "Value", MethodTypeDesc.of(inside));
        code.conversion(TypeKind.from(inside), TypeKind.from(wanted));
      } else if (!wanted.equals(CD_Object) && !wanted.equals(from)) {
        code.checkcast(wanted);
      }
    }
  }

  private static final Map<ClassDesc, ClassDesc> BOXES =
      Stream.of(
              Boolean.class,
              Byte.class,
              Short.class,
              Character.class,
              Integer.class,
              Long.class,
              Float.class,
              Double.class)
          .collect(
              Collectors.toMap(
                  box ->
                      MethodType.methodType(box)
                          .unwrap()
                          .returnType()
                          .describeConstable()
                          .orElseThrow(),
                  box -> box.describeConstable().orElseThrow()));

  private static ClassDesc box(ClassDesc primitive) {
    return Objects.requireNonNull(BOXES.get(primitive), primitive::displayName);
  }

  private static boolean isBox(ClassDesc type) {
    return BOXES.containsValue(type);
  }

  private static ClassDesc primitive(ClassDesc type) {
    return type.isPrimitive()
        ? type
        : BOXES.entrySet().stream()
            .filter(box -> box.getValue().equals(type))
            .map(Map.Entry::getKey)
            .findAny()
            .orElseThrow();
  }
}
