// @ts-check
/* Dots of a large map on a graphics card. */

const webgl = (() => {
  const vertex = `#version 300 es
    in vec2 place;
    in float style;
    in float flag;
    in float sizeClass;
    uniform vec2 middle;
    uniform vec2 window;
    uniform float scale;
    uniform float sizes[8];
    uniform float wanted;
    uniform vec4 dimmed;
    uniform sampler2D inks;
    flat out vec4 left;
    flat out vec4 right;
    flat out float size;
    void main() {
      gl_Position = flag == wanted ? vec4((place - middle) * scale * 2.0 / window, 0.0, 1.0)
        : vec4(2.0, 2.0, 0.0, 1.0);
      size = sizes[int(sizeClass)];
      gl_PointSize = size + 2.0;
      left = dimmed.a > 0.0 ? dimmed : texelFetch(inks, ivec2(int(style), 1), 0);
      right = dimmed.a > 0.0 ? dimmed : texelFetch(inks, ivec2(int(style), 0), 0);
    }`;

  const fragment = `#version 300 es
    precision highp float;
    flat in vec4 left;
    flat in vec4 right;
    flat in float size;
    out vec4 color;
    void main() {
      vec2 from = (gl_PointCoord - 0.5) * (size + 2.0);
      float radius = length(from);
      float coverage = clamp(size / 2.0 + 0.5 - radius, 0.0, 1.0);
      vec4 ink = from.x < -0.5 ? left : right;
      color = vec4(ink.rgb * coverage, coverage);
    }`;

  const inSoftware = /swiftshader|llvmpipe|softpipe|software|basic render|virtualbox|vmware/i;

  /** @param {HTMLCanvasElement} canvas */
  const glOf = (canvas) => canvas.getContext('webgl2', {
    alpha: true, antialias: false, depth: false, premultipliedAlpha: true,
  });

  /** Whether there is a graphics card that draws, not a program that only acts as one. */
  const isReal = () => {
    const gl = glOf(document.createElement('canvas'));
    if (!gl) return false;
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const name = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return !inSoftware.test(String(name));
  };

  /** @param {WebGL2RenderingContext} gl */
  const compiled = (gl) => {
    const program = gl.createProgram();
    const shaders = { [gl.VERTEX_SHADER]: vertex, [gl.FRAGMENT_SHADER]: fragment };
    for (const [kind, source] of Object.entries(shaders)) {
      const shader = gl.createShader(Number(kind));
      if (!shader) return null;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
  };

  /**
   * A renderer, or null where the card cannot do it.
   *
   * @param {() => void} lost is called when the card stops
   * @returns {DotRenderer | null}
   */
  const open = (lost) => {
    const canvas = document.createElement('canvas');
    const gl = glOf(canvas);
    const program = gl && compiled(gl);
    if (!gl || !program) return null;
    canvas.addEventListener('webglcontextlost', lost);
    gl.useProgram(program);
    /** @param {string} name */
    const uniform = (name) => gl.getUniformLocation(program, name);

    /**
     * @param {string} name
     * @param {number} parts
     * @param {number} type
     * @returns {(values: AllowSharedBufferSource) => void}
     */
    const attribute = (name, parts, type) => {
      const buffer = gl.createBuffer();
      const place = gl.getAttribLocation(program, name);
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, parts, type, false, 0, 0);
      return (values) => {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
        gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
      };
    };

    const setPlaces = attribute('place', 2, gl.FLOAT);
    const setStyles = attribute('style', 1, gl.UNSIGNED_SHORT);
    const setFlags = attribute('flag', 1, gl.UNSIGNED_BYTE);
    const [xs, ys] = papers.places();
    const places = new Float32Array(2 * papers.count);
    const order = dotSizes.order();
    order.forEach((row, i) => places.set([xs[row], ys[row]], 2 * i));
    setPlaces(places);
    /**
     * Values of rows in the order in which dots are drawn.
     *
     * @template {Uint8Array | Uint16Array} Values
     * @param {Values} values
     * @returns {Values}
     */
    const ordered = (values) => {
      const result = /** @type {Values} */ (values.slice());
      order.forEach((row, i) => {
        result[i] = values[row];
      });
      return result;
    };
    attribute('sizeClass', 1, gl.UNSIGNED_BYTE)(ordered(dotSizes.classes()));
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

    /** @param {readonly string[][]} slicesOf the colours of each style */
    const setInks = (slicesOf) => {
      const texels = new Uint8Array(slicesOf.length * 8);
      slicesOf.forEach((slices, i) => {
        texels.set([...colors.channels(slices[0]), 255], 4 * i);
        texels.set([...colors.channels(slices[slices.length - 1]), 255], 4 * (slicesOf.length + i));
      });
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, slicesOf.length, 2, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
    };

    /** @type {DotStyles | null} */
    let styles = null;
    /** @type {Uint8Array | null} */
    let flags = null;
    const refresh = () => {
      if (styles !== colors.dotStyles()) {
        styles = colors.dotStyles();
        setStyles(ordered(styles.styleOf));
        setInks(styles.styles);
      }
      if (flags !== emphasis.flags()) {
        flags = emphasis.flags();
        setFlags(ordered(flags));
      }
    };

    /**
     * @param {number} wanted
     * @param {string | null} color of all dots, or null for their own
     */
    const pass = (wanted, color) => {
      const [red, green, blue] = color ? colors.channels(color) : [0, 0, 0];
      gl.uniform1f(uniform('wanted'), wanted);
      gl.uniform4f(uniform('dimmed'), red / 255, green / 255, blue / 255, color ? 1 : 0);
      gl.drawArrays(gl.POINTS, 0, papers.count);
    };

    /** @param {DotView} view */
    const paint = ({ width, height, pixelRatio, radii, dimmed, position: at }) => {
      const [across, down] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
      if (canvas.width !== across || canvas.height !== down) {
        canvas.width = across;
        canvas.height = down;
      }
      refresh();
      gl.viewport(0, 0, across, down);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform2f(uniform('middle'), at.x, at.y);
      gl.uniform2f(uniform('window'), across, down);
      gl.uniform1f(uniform('scale'), at.scale * pixelRatio);
      gl.uniform1fv(uniform('sizes'), radii.map((radius) => Math.max(1, 2 * radius * pixelRatio)));
      if (!emphasis.all()) pass(0, dimmed);
      pass(1, null);
      return canvas;
    };

    return { name: 'webgl', paint };
  };

  return { isReal, open };
})();
