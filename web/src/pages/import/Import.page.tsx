export default function ImportPage(_: { readonly team: string; readonly list: string }) {
  return null;
}
