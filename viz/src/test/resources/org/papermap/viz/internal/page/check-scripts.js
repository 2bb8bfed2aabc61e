/*
 * Runs in a browser page that has TypeScript's compiler as `ts`: checks the types of scripts, and
 * finds which of them uses what another defines.
 */
({ scripts, libraries, configuration }) => {
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    JSON.parse(configuration).compilerOptions, '/');
  const parsed = (window.parsed ??= new Map());
  const program = ts.createProgram(Object.keys(scripts), options, {
    fileExists: (name) => name in scripts || name in libraries,
    readFile: (name) => scripts[name] ?? libraries[name],
    getSourceFile: (name, version) => {
      if (name in scripts) return ts.createSourceFile(name, scripts[name], version, true);
      // Libraries are parsed once for all calls.
      if (!parsed.has(name) && name in libraries) {
        parsed.set(name, ts.createSourceFile(name, libraries[name], version, true));
      }
      return parsed.get(name);
    },
    getDefaultLibFileName: () => 'lib.d.ts',
    getDefaultLibLocation: () => '',
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {},
  });
  const checker = program.getTypeChecker();

  const placeOf = ({ file, start }) =>
    (file ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}` : 'jsconfig.json');
  const complaints = [...errors, ...ts.getPreEmitDiagnostics(program)].map((one) =>
    `${placeOf(one)}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`);

  const isAtTop = (declaration) => {
    const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    return ts.isSourceFile(statement.parent);
  };
  const symbolOf = (identifier) => (ts.isShorthandPropertyAssignment(identifier.parent)
    ? checker.getShorthandAssignmentValueSymbol(identifier.parent)
    : checker.getSymbolAtLocation(identifier));

  const uses = [];
  for (const name of Object.keys(scripts)) {
    const visit = (node) => {
      if (ts.isIdentifier(node)) {
        for (const declaration of symbolOf(node)?.declarations ?? []) {
          const definedIn = declaration.getSourceFile().fileName;
          if (definedIn !== name && definedIn in scripts && isAtTop(declaration)) {
            uses.push({ script: name, definition: node.text, definedIn });
          }
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(program.getSourceFile(name));
  }
  return { complaints, uses };
}
