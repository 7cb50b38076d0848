export default function SettingsPage(_: { readonly team: string; readonly section: string }) {
  return null;
}
